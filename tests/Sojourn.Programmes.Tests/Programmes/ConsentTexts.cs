namespace Sojourn.Programmes.Tests.Programmes;

public sealed class ConsentTexts : IDisposable
{
    private const string Hea = "hea-trauma.yaml";
    private readonly Desk desk = new();

    public void Dispose() => desk.Dispose();

    [Fact]
    public void Are_read_with_the_programme()
    {
        var consent = Assert.Single(desk.Good(Hea).Consents);
        Assert.Equal(desk.Text("consents/hea-trauma.md"), consent.Text);
        Assert.Equal((1, true, 24), (consent.Version, consent.SignAgainPerCourse, consent.HoursBeforeFirstDose));
    }

    [Fact]
    public void Must_say_that_the_treatment_is_not_a_cure()
    {
        desk.Write("consents/hea-trauma.md", desk.Text("consents/hea-trauma.md").Replace("not a cure", "a great help", StringComparison.Ordinal));
        var fault = desk.Only(Hea);
        Assert.Equal("The consent text “consents/hea-trauma.md” does not say that the treatment is not a cure.", fault.What);
        Assert.Equal(desk.LineOf(Hea, "consents/hea-trauma.md"), fault.Line);
    }

    [Theory]
    [InlineData("consents/nowhere.md", "There is no consent text “consents/nowhere.md”.")]
    [InlineData("../hea-trauma.md", "“../hea-trauma.md” lies outside the programmes folder.")]
    [InlineData("/etc/passwd", "“/etc/passwd” lies outside the programmes folder.")]
    public void Lie_in_the_programmes_folder(string file, string what)
    {
        desk.Change(Hea, "file: consents/hea-trauma.md", "file: " + file);
        Assert.Equal(what, desk.Only(Hea).What);
    }

    [Fact]
    public void None_at_all_is_refused()
    {
        var text = desk.Text(Hea);
        var line = text.Split('\n').Single(one => one.Contains("consents/hea-trauma.md", StringComparison.Ordinal));
        desk.Write(Hea, text.Replace("consents:\n" + line + "\n", "", StringComparison.Ordinal));
        Assert.EndsWith("with no consent text to sign.", desk.Only(Hea).What, StringComparison.Ordinal);
    }

    /// <summary>What every consent has to speak of.</summary>
    [Theory]
    [InlineData("off-label")]
    [InlineData("esketamine")]
    [InlineData("NMDA")]
    [InlineData("Doing nothing now is a choice too")]
    [InlineData("Blood pressure")]
    [InlineData("suicide")]
    [InlineData("bladder")]
    [InlineData("liver")]
    [InlineData("depend on it")]
    [InlineData("unborn child")]
    [InlineData("medicines, drugs, alcohol and herbs")]
    [InlineData("solid food")]
    [InlineData("takes you home")]
    [InlineData("Do not drive")]
    [InlineData("only if you said yes beforehand")]
    [InlineData("second person")]
    [InlineData("record sound or pictures")]
    [InlineData("prices in writing")]
    [InlineData("data without my name")]
    [InlineData("stop at any time")]
    [InlineData("988")]
    [InlineData("outside opening hours")]
    [InlineData("24 hours before your first dose")]
    [InlineData("we show you the new one and ask you again")]
    public void That_ship_speak_of(string words)
    {
        foreach (var programme in ProgrammeLibrary.LoadShipped().ById.Values)
        {
            var text = Assert.Single(programme.Consents).Text.ReplaceLineEndings(" ");
            Assert.True(text.Contains(words, StringComparison.Ordinal), $"The consent of {programme.Id} says nothing of “{words}”.");
        }
    }

    [Fact]
    public void That_ship_do_not_promise_low_risk_or_the_gaba_account() =>
        Assert.All(ProgrammeLibrary.LoadShipped().ById.Values, programme =>
        {
            Assert.DoesNotContain("GABA", programme.Consents[0].Text, StringComparison.Ordinal);
            Assert.DoesNotContain("low risk", programme.Consents[0].Text, StringComparison.OrdinalIgnoreCase);
        });
}
