using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;

namespace Sojourn.Web.Measures;

/// <summary>One thing that a person has answered over time, as they see it themselves: their numbers, their sessions, no verdict.</summary>
/// <param name="Title">The question, or the name of the form.</param>
/// <param name="Ends">What the ends of the scale mean, in the form's own words; null where it says nothing.</param>
/// <param name="Least">Lower end of the scale; never fitted to the answers.</param>
/// <param name="Points">In order; never empty.</param>
/// <param name="Sessions">Days of medicine sessions that were held.</param>
/// <param name="IsDaily">A day without an answer is a gap that is named.</param>
public sealed record OwnLine(string Title, string? Ends, decimal Least, decimal Most, IReadOnlyList<OwnPoint> Points, IReadOnlyList<DateOnly> Sessions, bool IsDaily)
{
    /// <summary>The words of an answer where it has some; empty for totals and for numbers that speak for themselves.</summary>
    public IReadOnlyDictionary<decimal, string> Answers { get; init; } = new Dictionary<decimal, string>();

    /// <summary>Several answers added up.</summary>
    public bool IsTotal { get; init; }

    /// <summary>What the picture shows, in a few plain sentences.</summary>
    public string Said
    {
        get
        {
            var (first, last) = (Points[0], Points[^1]);
            if (Points.Count == 1)
            {
                return IsTotal
                    ? $"Your answers come to {Number(last)}, on a line from {Design.Words.Number(Least)} to {Design.Words.Number(Most)}. Your line begins here."
                    : $"You answered: {Number(last)}. Your line begins here.";
            }

            var lowest = Points.MinBy(point => point.Value)!;
            var between = lowest.Value < first.Value && lowest.Value < last.Value ? $" The lowest was {Number(lowest)}, on {Design.Words.ShortDate(lowest.On)}." : "";
            var gaps = IsDaily ? last.On.DayNumber - first.On.DayNumber + 1 - Points.Select(point => point.On).Distinct().Count() : 0;
            var missed = gaps > 0 ? $" {(gaps == 1 ? "One day has" : $"{gaps} days have")} no answer." : "";
            return first.Value == last.Value
                ? $"It was {Number(first)} on {Design.Words.ShortDate(first.On)}, and it is {Number(last)} now.{between}{missed}"
                : $"It was {Number(first)} on {Design.Words.ShortDate(first.On)}. It is {Number(last)} now.{between}{missed}";
        }
    }

    private string Number(OwnPoint point) => Answers.TryGetValue(point.Value, out var words) ? $"“{words}”" : Design.Words.Number(point.Value);
}

public sealed record OwnPoint(DateOnly On, decimal Value);

/// <summary>The lines of one person.</summary>
public static class OwnLines
{
    private const string Daily = "daily-pain";

    /// <summary>The total over time, or each answer by itself where nothing is added up. Only what has at least one answer.</summary>
    public static IReadOnlyList<OwnLine> Of(Records records, Instrument instrument, PersonId person, TimeZoneInfo zone)
    {
        var sessions = records.All<string>("select from_at from session where person_id = @person and kind = 'medicine' and state in ('running', 'held') order by from_at", new { person })
            .Select(text => Day(Columns.Instant(text), zone)).ToList();
        if (instrument.Scoring.Range is { } range)
        {
            var points = Points(MeasureRecords.Totals(records, person.Value, instrument.Id), zone);
            var only = instrument.Items is [var item] ? item : null;
            return points.Count == 0
                ? []
                :
                [
                    new(instrument.Title, only is null ? null : EndsOf(only), range.Least, range.Most, points, sessions, instrument.Id == Daily)
                    {
                        IsTotal = only is null,
                        Answers = only is null ? new Dictionary<decimal, string>() : WordsOf(only),
                    },
                ];
        }

        return
        [
            .. instrument.Items
                .Where(item => item.Text is not null)
                .Select(item => new OwnLine(item.Text!, EndsOf(item), item.Least, item.Most, Points(MeasureRecords.AnswersTo(records, person.Value, instrument.Id, item.Id), zone), sessions, false) { Answers = WordsOf(item) })
                .Where(line => line.Points.Count > 0),
        ];
    }

    private static List<OwnPoint> Points(IEnumerable<Reading> readings, TimeZoneInfo zone) => [.. readings.Select(reading => new OwnPoint(Day(reading.At, zone), reading.Value))];

    /// <summary>"0: No pain. 10: Worst pain imaginable."</summary>
    private static string? EndsOf(InstrumentItem item) => item.Options is [{ } first, .., { } last] ? $"{End(first)}. {End(last)}." : null;

    private static string End(AnswerOption option)
    {
        var number = Design.Words.Number(option.Value);
        return option.Label.StartsWith(number, StringComparison.Ordinal) ? option.Label.Replace($"{number} - ", $"{number}: ", StringComparison.Ordinal) : $"{number}: {option.Label}";
    }

    private static Dictionary<decimal, string> WordsOf(InstrumentItem item) =>
        item.Options.Where(option => !option.Label.StartsWith(Design.Words.Number(option.Value), StringComparison.Ordinal)).ToDictionary(option => option.Value, option => option.Label);

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
}
