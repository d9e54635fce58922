using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Outcomes;
using Sojourn.Web.Outcomes;

namespace Sojourn.Web.Tests.Outcomes;

/// <summary>The headline of the outcomes page says what two answers say, and nothing else.</summary>
public sealed class SayingWhatIsFound
{
    private static readonly DateTimeOffset First = new(2026, 6, 9, 15, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Pain_before_the_first_session_is_compared_with_the_last_answer() =>
        Assert.Equal("Pain fell from 8 to 4 since the first session", Finding("peg", Total("peg", -14, 9), Total("peg", -1, 8), Total("peg", 7, 3), Total("peg", 60, 4)));

    [Fact]
    public void A_rise_and_no_change_are_said_as_plainly()
    {
        Assert.Equal("Pain rose from 4.3 to 5 since the first session", Finding("peg", Total("peg", -1, 4.3333m), Total("peg", 7, 5)));
        Assert.Equal("Pain stayed at 4.3 since the first session", Finding("peg", Total("peg", -1, 4.3333m), Total("peg", 7, 4.3m)));
    }

    [Theory]
    [InlineData(-10, -1)]
    [InlineData(1, 10)]
    public void Answers_on_one_side_of_the_first_session_say_nothing(int one, int other) =>
        Assert.Equal("Not enough answers yet", Finding("peg", Total("peg", one, 8), Total("peg", other, 4)));

    [Fact]
    public void Without_a_medicine_session_nothing_is_found() =>
        Assert.Empty(new PersonOutcomes([Total("peg", -1, 8), Total("peg", 7, 4)], [], [], [new SessionRow { Kind = "medicine", State = "cancelled", FromAt = First }]).Changes);

    [Fact]
    public void What_the_programme_treats_leads_and_gives_way_where_it_was_not_answered()
    {
        TotalRow[] both = [Total("peg", -1, 8), Total("phq-9", -1, 17), Total("peg", 7, 4), Total("phq-9", 7, 8)];
        Assert.StartsWith("Depression (PHQ-9) fell from 17 to 8", Finding("phq-9", both), StringComparison.Ordinal);
        Assert.StartsWith("Pain fell from 8 to 4", Finding("pcl-5", both), StringComparison.Ordinal);
    }

    private static string Finding(string lead, params IReadOnlyList<TotalRow> totals) => OutcomeWords.Finding(
        new PersonOutcomes(totals, [], [], [new SessionRow { Kind = "medicine", State = "held", FromAt = First }]).Changes,
        lead);

    private static TotalRow Total(string instrument, int day, decimal value) => new() { InstrumentId = instrument, FinishedAt = First.AddDays(day), Total = value };
}
