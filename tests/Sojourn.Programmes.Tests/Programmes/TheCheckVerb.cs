namespace Sojourn.Programmes.Tests.Programmes;

public sealed class TheCheckVerb : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Counts_programmes_without_faults()
    {
        var said = ProgrammeCheckCommand.Run([desk.Folder]);
        Assert.Equal(("7 programmes, 0 faults\n", "", 0), (said.Output, said.Error, said.ExitCode));
    }

    [Fact]
    public void Prints_file_line_what_and_how_and_last_the_counts()
    {
        desk.Change("hea-trauma.yaml", "track: trauma", "trak: trauma");
        var path = desk.PathOf("hea-trauma.yaml");
        var said = ProgrammeCheckCommand.Run([path, desk.PathOf("rise-chronic-pain.yaml")]);
        Assert.Equal(1, said.ExitCode);
        Assert.Equal(
            [
                $"{path}:{desk.LineOf("hea-trauma.yaml", "id: hea-trauma")}  “track” is missing here.  Write “track: …”.",
                $"{path}:{desk.LineOf("hea-trauma.yaml", "trak:")}  “trak” is not a key that is known here.  Did you mean “track”?",
                "2 programmes, 2 faults",
            ],
            said.Output.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public void Says_a_fault_of_a_shared_part_once()
    {
        desk.Change("shared/outcomes.yaml", "instrument: pgic-7", "instrument: pgic-8");
        Assert.EndsWith("7 programmes, 1 faults\n", ProgrammeCheckCommand.Run([desk.Folder]).Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Answers_a_machine_in_json()
    {
        var said = ProgrammeCheckCommand.Run([desk.PathOf("nowhere.yaml")], json: true);
        Assert.Equal(1, said.ExitCode);
        using var json = System.Text.Json.JsonDocument.Parse(said.Output);
        Assert.Equal(1, json.RootElement.GetProperty("programmes").GetInt32());
        Assert.Equal("There is no such file.", json.RootElement.GetProperty("faults")[0].GetProperty("what").GetString());
    }

    [Fact]
    public void Asks_for_a_file() => Assert.Equal(64, ProgrammeCheckCommand.Run([]).ExitCode);

    [Fact]
    public void Checks_instruments_against_a_folder_that_it_is_given()
    {
        var instruments = Directory.CreateDirectory(Path.Combine(desk.Folder, "few")).FullName;
        File.WriteAllText(Path.Combine(instruments, "phq-9.yaml"), "id: phq-9");
        Assert.Contains("There is no instrument “gad-7”.", ProgrammeCheckCommand.Run([desk.PathOf("hea-trauma.yaml")], instruments).Output, StringComparison.Ordinal);
    }
}
