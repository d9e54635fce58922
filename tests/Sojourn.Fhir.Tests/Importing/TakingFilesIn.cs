using System.Text;
using Sojourn.Clinic.People;
using Sojourn.Clinic.People.Importing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.People;
using Sojourn.Fhir.Importing;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Fhir.Tests.Importing;

/// <summary>PEOPLE-12 to PEOPLE-15: from the file to the register, on a real journal.</summary>
public sealed class TakingFilesIn : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-fhir-");
    private readonly SqliteJournal journal;
    private readonly Runner runner;

    public TakingFilesIn()
    {
        Columns.Register();
        journal = SqliteJournal.Open(Path.Combine(folder.FullName, "clinic.db"), Projection.Shipped, TimeProvider.System);
        runner = new Runner(journal, new ProgrammeLibrary(new Dictionary<string, Domain.Programmes.Programme>(StringComparer.Ordinal)), InstrumentLibrary.Load(Path.Combine(AppContext.BaseDirectory, "instruments")).Value!, TimeProvider.System);
    }

    [Fact]
    public async Task Everything_published_is_taken_in_and_nothing_doubles()
    {
        var files = Directory.GetFiles(Samples.Folder("synthea"), "*.json").Order(StringComparer.Ordinal).ToList();
        foreach (var path in files)
        {
            var report = await TakeIn(Samples.ReadFile(path));
            Assert.True(!report.IsRefused, $"{report.File}: {string.Join(" ", report.Refused)}");
        }

        var head = await Head();
        Assert.Equal(12, Read(PeopleRecords.Count));
        var facts = files.SelectMany(path => Samples.ReadFile(path).People).SelectMany(person => person.Entries.Select(entry => (person.Resource, entry.Fact)).Distinct()).ToList();
        Assert.Equal(facts.Count(fact => fact.Fact is Condition), Read(records => records.Value<long>("select count(*) from person_condition")));
        Assert.Equal(facts.Count(fact => fact.Fact is Medicine), Read(records => records.Value<long>("select count(*) from person_medicine")));
        Assert.Equal(facts.Count(fact => fact.Fact is Allergy), Read(records => records.Value<long>("select count(*) from person_allergy")));
        Assert.Equal(facts.Count(fact => fact.Fact is Vital) - 1, Read(records => records.Value<long>("select count(*) from person_vital")));
        foreach (var path in files)
        {
            await TakeIn(Samples.ReadFile(path));
        }

        Assert.Equal(head, await Head());
    }

    [Fact]
    public async Task A_mended_copy_of_a_file_changes_only_what_was_mended()
    {
        await TakeIn(Samples.WholePerson());
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "whole-person.json"));
        var report = await TakeIn(Samples.Read(text.Replace("\"value\": 165,", "\"value\": 170,", StringComparison.Ordinal).Replace("remission", "active", StringComparison.Ordinal)));
        Assert.Equal("0 people registered, 1 updated, 0 unchanged, 0 entries recorded, 2 amended, 7 known already", report.Summary);
    }

    [Fact]
    public async Task The_same_person_under_other_numbers_is_refused_and_named()
    {
        await TakeIn(Samples.WholePerson());
        var head = await Head();
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "samples", "whole-person.json"));
        var report = await TakeIn(Samples.Read(text.Replace("H-4711", "X-1", StringComparison.Ordinal)));
        Assert.StartsWith("entry 2, Patient/p1: Adaeze María Núñez, born 30-May-1979, is here already under other numbers.", Assert.Single(report.Refused).ToString(), StringComparison.Ordinal);
        Assert.Equal(head, await Head());
    }

    [Fact]
    public async Task Another_person_under_the_same_number_never_writes_over_the_first()
    {
        var number = ",\"identifier\":[{\"system\":\"urn:h\",\"value\":\"1\"}],\"gender\"";
        var ana = Samples.Patient.Replace(",\"gender\"", number, StringComparison.Ordinal);
        await TakeIn(Samples.Read(ana));
        var report = await TakeIn(Samples.Read(ana.Replace("Ruiz", "Keeling", StringComparison.Ordinal).Replace("1985-07-14", "1991-07-08", StringComparison.Ordinal)));
        Assert.Contains("Ana Keeling, born 08-Jul-1991, has the number of Ana Ruiz, born 14-Jul-1985.", Assert.Single(report.Refused).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_person_who_cannot_be_taken_keeps_the_others_out()
    {
        var future = Samples.Patient.Replace("\"p\"", "\"q\"", StringComparison.Ordinal).Replace("1985", "2985", StringComparison.Ordinal);
        var report = await TakeIn(Samples.Read(Samples.Bundle(Samples.Patient, future)));
        Assert.StartsWith("entry 2, Patient/q: The date of birth, 14-Jul-2985, is in the future.", Assert.Single(report.Refused).ToString(), StringComparison.Ordinal);
        Assert.Equal(0, await Head());
    }

    [Fact]
    public async Task A_reading_that_nobody_believes_is_left_out_and_named()
    {
        var report = await TakeIn(Samples.Read(Samples.Bundle(Samples.Patient, Samples.Weight("{\"value\":7,\"code\":\"kg\"}"))));
        Assert.Equal("entry 2, Observation/w: Not taken. That is 7 kg for weight, which cannot be right. 25 to 350 kg is believed here: read it again.", Assert.Single(report.Notes).ToString());
        Assert.Equal(1, report.Of(Taken.Registered));
    }

    [Fact]
    public async Task What_the_source_strikes_out_later_is_struck_out_here()
    {
        var weight = Samples.Weight("{\"value\":70,\"code\":\"kg\"}");
        await TakeIn(Samples.Read(Samples.Bundle(Samples.Patient, weight)));
        await TakeIn(Samples.Read(Samples.Bundle(Samples.Patient, weight.Replace("final", "entered-in-error", StringComparison.Ordinal))));
        Assert.True(Read(records => records.One<VitalRow>("select * from person_vital"))!.InError);
    }

    private Task<ImportReport> TakeIn(ImportedFile file) => Importer.TakeIn(runner, Actor.Sojourn, file);

    private async Task<long> Head() => (await journal.Head()).Position;

    private T Read<T>(Func<Records, T> read)
    {
        using var records = runner.Read();
        return read(records);
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
