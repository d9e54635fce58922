using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

public sealed class WritingNamesAndDays
{
    [Theory]
    [InlineData("Ana", "Ruiz", "RUIZ, Ana")]
    [InlineData("", "Suharto", "SUHARTO")]
    [InlineData("王", "", "王")]
    public void The_banner_writes_the_family_name_first(string given, string family, string formal) =>
        Assert.Equal(formal, new PersonName(given, family).Formal);

    [Fact]
    public void A_person_is_called_what_they_prefer() =>
        Assert.Equal(["Lucha", "Ana"], new[] { Story.Ana.Name, Story.Ana.Name with { Preferred = null } }.Select(name => name.Spoken));

    [Theory]
    [InlineData("2019", "2019-01-01", "2019-12-31")]
    [InlineData("2020-02", "2020-02-01", "2020-02-29")]
    [InlineData("2021-02-28", "2021-02-28", "2021-02-28")]
    public void A_partial_date_knows_its_first_and_last_day(string text, string first, string last)
    {
        var date = PartialDate.Read(text)!;
        Assert.Equal((text, DateOnly.Parse(first), DateOnly.Parse(last)), (date.ToString(), date.Earliest, date.Latest));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("19")]
    [InlineData("2021-02-29")]
    [InlineData("2021-13")]
    [InlineData("2021-1-1")]
    [InlineData("0000")]
    [InlineData("last year")]
    [InlineData("2021-01-01-01")]
    public void Anything_else_is_not_a_date(string? text) => Assert.Null(PartialDate.Read(text));

    [Theory]
    [InlineData("2026-07-13", 40)]
    [InlineData("2026-07-14", 41)]
    public void Age_counts_full_years(string day, int age) => Assert.Equal(age, Story.Ana.AgeOn(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2025-02-28", 20)]
    [InlineData("2025-03-01", 21)]
    public void Somebody_born_on_a_leap_day_is_a_year_older_every_year(string day, int age) =>
        Assert.Equal(age, (Story.Ana with { BirthDate = new DateOnly(2004, 2, 29) }).AgeOn(DateOnly.Parse(day)));
}
