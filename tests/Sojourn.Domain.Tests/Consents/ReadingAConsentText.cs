using Sojourn.Domain.Consents;

namespace Sojourn.Domain.Tests.Consents;

public sealed class ReadingAConsentText
{
    [Fact] // CONS-4
    public void Each_second_level_heading_is_a_section_of_its_own()
    {
        var sections = ConsentText.Sections("# Consent\n\nPlease read.\r\n\n## What it is\nA medicine.\n\n### Detail\nMore.\n\n## Your rights\n\nYou may stop.\n");
        Assert.Equal([null, "What it is", "Your rights"], sections.Select(s => s.Heading));
        Assert.Equal(["Please read.", "A medicine.\n\n### Detail\nMore.", "You may stop."], sections.Select(s => s.Markdown));
    }

    [Fact]
    public void A_text_without_headings_is_one_section() => Assert.Equal("All of it.", Assert.Single(ConsentText.Sections("# Consent\nAll of it.")).Markdown);

    [Theory] // CONS-3
    [InlineData("It is not a cure.", true)]
    [InlineData("This treatment is **not** a\ncure, and may need to be repeated.", true)]
    [InlineData("NOT A CURE", true)]
    [InlineData("It cures depression.", false)]
    [InlineData("Not accurate.", false)]
    [InlineData("", false)]
    public void The_not_a_cure_statement_is_looked_for(string text, bool there) => Assert.Equal(there, ConsentText.SaysNotACure(text));

    [Theory] // CONS-8
    [InlineData(23, 59, false)]
    [InlineData(24, 0, true)]
    [InlineData(24, 1, true)]
    public void A_text_is_given_so_many_hours_before_the_first_dose(int hours, int minutes, bool inTime)
    {
        var dose = new DateTimeOffset(2026, 11, 22, 9, 0, 0, TimeSpan.FromHours(-8));
        Assert.Equal(inTime, ConsentText.GivenInTime(dose.AddHours(-hours).AddMinutes(-minutes).ToUniversalTime(), dose, 24));
    }
}
