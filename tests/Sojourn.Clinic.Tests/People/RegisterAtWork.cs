using System.Text;
using Sojourn.Clinic.People;
using Sojourn.Clinic.People.Importing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Journal.Sqlite;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Tests.People;

/// <summary>A clinic in a folder that is gone afterwards, with a clock that stands still.</summary>
internal sealed class RegisterAtWork : IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("sojourn-people-");
    private readonly SqliteJournal journal;

    internal RegisterAtWork()
    {
        Columns.Register();
        journal = SqliteJournal.Open(Path.Combine(folder.FullName, "clinic.db"), Projection.Shipped, new StandingClock());
        Runner = new Runner(journal, new ProgrammeLibrary(new Dictionary<string, Domain.Programmes.Programme>(StringComparer.Ordinal)), ClinicAtWork.Instruments, new StandingClock());
    }

    internal static DateTimeOffset Now { get; } = new(2026, 11, 22, 14, 0, 0, TimeSpan.Zero);

    internal static Demographics Ana { get; } = new(
        new PersonName("Ana Lucía", "Ruiz", "Lucha"), new DateOnly(1985, 7, 14), Sex.Female, "she/her", [new Identifier(Identifier.ClinicRecordNumber, "MRN-77")], Contacts.None, null, null, null);

    internal Runner Runner { get; }

    internal async Task<Outcome> Do(Guid id, Person.Command command) => await Runner.Run(Runner.SenderFor(Actor.Sojourn), PersonSlice.Slice, id, command);

    internal async Task<Guid> Register(Demographics details)
    {
        var id = Guid.CreateVersion7();
        (await Do(id, new Person.Command.Register(Now, details, Person.Likeness.Nobody))).OrThrow();
        return id;
    }

    internal Task<Guid> Register(string family, string given, string born = "1985-07-14", string? number = null) =>
        Register(Ana with { Name = new PersonName(given, family), BirthDate = DateOnly.Parse(born), Identifiers = number is null ? [] : [new Identifier("urn:h", number)] });

    internal T Read<T>(Func<Records, T> read)
    {
        using var records = Runner.Read();
        return read(records);
    }

    internal IEnumerable<string> Find(string typed) => Read(records => PeopleRecords.Search(records, typed)).Select(row => row.Family);

    internal Task<ImportReport> Csv(string text) => Importer.TakeIn(Runner, Actor.Sojourn, CsvFile.Read("people.csv", new MemoryStream(Encoding.UTF8.GetBytes(text))));

    internal async Task<long> Events() => (await journal.Head()).Position;

    /// <summary>Every row of the register, before and after it is made anew from the journal.</summary>
    internal async Task<(string Kept, string Rebuilt)> Rebuild()
    {
        var kept = Everything();
        await journal.Rebuild();
        return (kept, Everything());
    }

    public async ValueTask DisposeAsync()
    {
        await journal.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private string Everything() => Read(records =>
    {
        var text = new StringBuilder();
        foreach (var table in Projection.Shipped.Single(projection => projection.Name == "register").Tables)
        {
            text.AppendLine(table);
            foreach (var row in records.All<dynamic>($"select * from {table} order by 1, 2"))
            {
                text.AppendJoin(' ', ((IDictionary<string, object?>)row).Select(cell => $"{cell.Key}={cell.Value}")).AppendLine();
            }
        }

        return text.ToString();
    });

    private sealed class StandingClock : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => Now;
    }
}
