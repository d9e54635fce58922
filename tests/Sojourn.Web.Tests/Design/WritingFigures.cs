using Sojourn.Web.Design;

namespace Sojourn.Web.Tests.Design;

public sealed class WritingFigures
{
    private static readonly DateOnly Today = new(2026, 11, 19);

    [Fact]
    public void A_date_has_its_month_in_letters() => Assert.Equal("14-Jul-1945", Words.Date(new DateOnly(1945, 7, 14)));

    [Fact]
    public void A_day_has_its_name() => Assert.Equal("Thu 19-Nov-2026", Words.Day(Today));

    [Theory]
    [InlineData(1945, 7, 14, "14-Jul-1945 (81y)")]
    [InlineData(1979, 11, 19, "19-Nov-1979 (47y)")]
    [InlineData(1979, 11, 20, "20-Nov-1979 (46y)")]
    public void A_birthday_counts_from_the_day_itself(int year, int month, int day, string expected) =>
        Assert.Equal(expected, Words.Born(new DateOnly(year, month, day), Today));

    [Fact]
    public void Somebody_born_on_a_leap_day_is_older_on_the_first_of_March()
    {
        Assert.Equal(26, Words.Age(new DateOnly(2000, 2, 29), new DateOnly(2027, 2, 28)));
        Assert.Equal(27, Words.Age(new DateOnly(2000, 2, 29), new DateOnly(2027, 3, 1)));
    }

    [Fact]
    public void What_is_missing_is_said_in_words()
    {
        Assert.Equal("Not known", Words.Born(null, Today));
        Assert.Equal("Not known", Words.Spaced(null));
        Assert.Equal("Not known", Words.OrNotKnown("  "));
    }

    [Theory]
    [InlineData("60", "60 mg")]
    [InlineData("60.0", "60 mg")]
    [InlineData("0.50", "0.5 mg")]
    [InlineData("1250", "1250 mg")]
    public void A_dose_has_a_leading_zero_and_no_trailing_one(string milligrams, string expected) =>
        Assert.Equal(expected, Words.Dose(decimal.Parse(milligrams, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void A_number_of_ten_digits_is_spaced_and_any_other_left_alone()
    {
        Assert.Equal("402 118 7735", Words.Spaced("4021187735"));
        Assert.Equal("SJ-20", Words.Spaced("SJ-20"));
    }

    [Theory]
    [InlineData(168, "2:48")]
    [InlineData(-125, "2:05")]
    [InlineData(3768, "1:02:48")]
    public void A_countdown_shows_hours_only_when_there_are_any(int seconds, string expected) => Assert.Equal(expected, Words.Clock(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(90, "1:30")]
    [InlineData(-42, "0:42")]
    [InlineData(-1127, "18 min")]
    [InlineData(-3768, "1 h 2 min")]
    public void What_is_late_is_not_written_as_a_time_of_day(int seconds, string expected) => Assert.Equal(expected, Words.Left(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(37, "37 min")]
    [InlineData(125, "2 h 5 min")]
    [InlineData(120, "2 h")]
    [InlineData(4320, "3 days")]
    public void A_length_is_as_long_as_its_reader_needs(int minutes, string expected) => Assert.Equal(expected, Words.Length(TimeSpan.FromMinutes(minutes)));

    [Theory]
    [InlineData("37.9", "37")]
    [InlineData("-5", "−5")]
    public void A_minute_before_the_dose_has_a_true_minus_sign(string minute, string expected) =>
        Assert.Equal(expected, Words.Minute(decimal.Parse(minute, System.Globalization.CultureInfo.InvariantCulture)));

    [Fact]
    public void Names_and_initials_keep_letters_that_English_lacks()
    {
        Assert.Equal("ÅSTRÖM, Élodie", Words.Name("Åström", "Élodie"));
        Assert.Equal("ÉÅ", Words.Initials("Åström", "Élodie"));
        Assert.Equal("", Words.Initials("", ""));
    }
}
