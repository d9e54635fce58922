using Sojourn.Domain.Programmes;

namespace Sojourn.Programmes.Tests.Programmes;

/// <summary>What a programme takes from shared parts, and what it changes.</summary>
public sealed class SharedParts : IDisposable
{
    private const string Hea = "hea-trauma.yaml";
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void A_named_change_replaces_only_what_is_written()
    {
        var im = desk.Good(Hea).DosingBy(DoseRoute.Intramuscular)!;
        Assert.Equal((520m, 6m), (im.PerThirtyDays.Milligrams, im.PerThirtyDays.MilligramsPerKilogram));
        Assert.Equal("default, four sessions at the limit; seed S-HEA: strict protocols", im.PerThirtyDays.Source.Text.Length == 0 ? "" : im.PerThirtyDays.Source.ToString());
        Assert.Equal(130m, im.PerDose.Milligrams);
        Assert.Equal(2, im.Bands.Count);
    }

    [Fact]
    public void A_route_that_is_not_allowed_is_not_there()
    {
        var programme = desk.Good(Hea);
        Assert.Equal([DoseRoute.Intramuscular, DoseRoute.Sublingual], programme.Dosing.Select(dosing => dosing.Route));
        Assert.Equal([DoseRoute.Intramuscular, DoseRoute.Sublingual], programme.Vitals.Select(cadence => cadence.Route));
    }

    [Fact]
    public void What_is_left_out_is_gone_and_needs_a_reason()
    {
        desk.Change(Hea, "routes: [im, sl]", "leave-out:\n  - { from: eligibility, id: E43, because: We welcome curiosity. }\nroutes: [im, sl]");
        Assert.DoesNotContain(desk.Good(Hea).Eligibility, rule => rule.Id == "E43");
        desk.Change(Hea, ", because: We welcome curiosity. }", " }");
        Assert.Equal("“because” is missing here.", desk.Only(Hea).What);
    }

    [Fact]
    public void What_is_not_there_cannot_be_left_out()
    {
        desk.Change(Hea, "routes: [im, sl]", "leave-out:\n  - { from: eligibility, id: E99, because: Never. }\nroutes: [im, sl]");
        var fault = desk.Only(Hea);
        Assert.Equal("“E99” is not in the shared “eligibility”, so it cannot be left out.", fault.What);
        Assert.Equal(desk.LineOf(Hea, "E99"), fault.Line);
    }

    [Theory]
    [InlineData("eligibility:\n  - { id: E39-older, when: age >= 70 }\n", "when")]
    [InlineData("eligibility:\n  - { id: E39-older, verdict: allow }\n", "verdict")]
    [InlineData("validity:\n  - { id: ecg, days: 400 }\n", "days")]
    [InlineData("alerts:\n  - { code: A01, level: red }\n", "level")]
    [InlineData("vitals:\n  - { route: im, after-start: [10, 20, 30, 60] }\n", "after-start")]
    public void A_changed_figure_needs_a_source_of_its_own(string change, string key)
    {
        desk.Write(Hea, desk.Text(Hea) + "\n" + change);
        var fault = desk.Only(Hea);
        Assert.StartsWith($"“{key}” is changed from {desk.PathOf("shared")}", fault.What, StringComparison.Ordinal);
        Assert.Equal("Write “source: …” beside the change.", fault.Mend);
        Assert.Equal(desk.LineOf(Hea, change.Split('\n')[1]), fault.Line);
        desk.Write(Hea, desk.Text(Hea).Replace(change, change.Replace(" }", ", source: \"known our own audit\" }", StringComparison.Ordinal), StringComparison.Ordinal));
        desk.Good(Hea);
    }

    [Fact]
    public void Changed_words_keep_the_source()
    {
        desk.Write(Hea, desk.Text(Hea) + "\nvalidity:\n  - { id: ecg, title: Heart tracing }\n");
        Assert.Equal("Heart tracing", desk.Good(Hea).Validity.Single(period => period.Id == "ecg").Title);
    }

    [Fact]
    public void One_file_is_enough_for_a_new_programme()
    {
        var text = desk.Text("neurorelief-infusion-only.yaml").Replace("id: neurorelief-infusion-only", "id: our-infusions", StringComparison.Ordinal);
        desk.Write("our-infusions.yaml", text);
        Assert.Contains("our-infusions", ProgrammeLibrary.Load(desk.Folder).ById.Keys);
    }

    [Fact]
    public void A_file_elsewhere_uses_the_shared_parts_and_consents_that_came_with_the_program()
    {
        using var elsewhere = new Desk();
        var folder = Directory.CreateTempSubdirectory("alone-").FullName;
        File.WriteAllText(Path.Combine(folder, Hea), elsewhere.Text(Hea));
        Assert.Empty(ProgrammeFiles.Read(Path.Combine(folder, Hea)).Faults);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void A_shared_part_uses_no_other()
    {
        desk.Change("shared/outcomes.yaml", "shared: outcomes\n", "shared: outcomes\nuse: [clinical-core]\n");
        Assert.Contains(desk.Read(Hea).Faults, fault => fault.What == "A shared part uses another." && fault.File == desk.PathOf("shared/outcomes.yaml"));
    }

    [Fact]
    public void Two_files_with_one_id_are_both_named()
    {
        desk.Write("hea-trauma.yml", desk.Text(Hea));
        var library = ProgrammeLibrary.Load(desk.Folder);
        Assert.Equal($"The programme “hea-trauma” is also in {desk.PathOf(Hea)}.", Assert.Single(library.Faults).What);
    }
}
