namespace Sojourn.Programmes.Tests.Programmes;

public sealed class TheCheckVerb : IDisposable
{
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Counts_programmes_without_faults()
    {
        var said = ProgrammeCheckCommand.Run([desk.Folder]);
        Assert.Equal(("7 programmes, 0 faults", "", 0), (said.Output.TrimEnd('\n').Split('\n')[^1], said.Error, said.ExitCode));
    }

    [Fact]
    public void Notes_what_is_no_fault_where_a_limit_will_stop_the_nearest_way()
    {
        var path = desk.PathOf("hea-trauma.yaml");
        var said = ProgrammeCheckCommand.Run([path]);
        Assert.Equal(0, said.ExitCode);
        Assert.Contains(
            $"{path}:{desk.LineOf("hea-trauma.yaml", "- { session: medicine-session, count: { least: 3")}  Note: 5 sessions in “administration”, 7 days apart, each at the top of the psychedelic band of “im” (1.5 mg/kg), come to 7.5 mg/kg; the limit for 30 days is 6: session 5, on day 28, would be refused.",
            said.Output,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_clinic_open_on_two_days_is_told_the_session_and_day_on_which_a_window_breaks()
    {
        var path = desk.PathOf("solo-depression-intensive.yaml");
        var said = ProgrammeCheckCommand.Run([path], open: ["mon", "tue"]);
        Assert.Equal(1, said.ExitCode);
        Assert.Contains("In a clinic open on Monday and Tuesday, 6 sessions do not fit the window of “series”: begun on a Monday, no open day for session 2 lies 2 to 5 days after the one before.", said.Output, StringComparison.Ordinal);
        Assert.Equal(0, ProgrammeCheckCommand.Run([path], open: ["mon", "wed", "fri"]).ExitCode);
        Assert.Equal(64, ProgrammeCheckCommand.Run([path], open: ["someday"]).ExitCode);
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
