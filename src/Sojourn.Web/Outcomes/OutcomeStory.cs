using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Outcomes;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Instruments;
using Sojourn.Web.Design;

namespace Sojourn.Web.Outcomes;

/// <summary>Lays a person's outcomes on one axis, days in the clinic's zone.</summary>
internal static class OutcomeStory
{
    private const string DailyPain = "daily-pain";

    /// <summary>Null where there is nothing to draw.</summary>
    internal static Story? Of(PersonOutcomes outcomes, InstrumentLibrary instruments, Programme? programme, Frame frame, IReadOnlyList<OtherTreatment>? others = null)
    {
        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(frame.Local(at).DateTime);

        var shown = outcomes.Sessions.Where(s => s is { FromAt: not null, State: "held" or "running" or "booked" or "arrived" }).ToList();
        var sessions = shown.Where(s => s.IsMedicine).Select((s, i) => new StorySession(i + 1, Day(s.FromAt!.Value), Planned(s))).ToList();
        var therapy = shown.Where(s => s.Kind is "preparation" or "integration" or "follow-up").Select(s => new StoryVisit(Day(s.FromAt!.Value), Planned(s), s.Kind != "preparation")).ToList();
        var measures = outcomes.Totals.Where(row => row.InstrumentId != DailyPain).GroupBy(row => row.InstrumentId, StringComparer.Ordinal)
            .Where(rows => OutcomeWords.IsDrawn(rows.Key, rows.Count())).OrderBy(rows => OutcomeWords.Order(rows.Key))
            .Select(rows => Lane(rows.Key, [.. rows.Select(Point)]))
            .OfType<StoryMeasure>()
            .ToList();
        var pain = outcomes.Totals.Where(row => row.InstrumentId == DailyPain).Select(Point).ToList();
        var doses = outcomes.Doses.GroupBy(dose => dose.SessionId)
            .Select(given => new StoryDose(Day(given.First().GivenAt), decimal.Round(given.Sum(dose => dose.Mg), 3), string.Join(", ", given.Select(OutcomeWords.Dose))))
            .ToList();
        var days = sessions.Select(s => s.On).Concat(therapy.Select(t => t.On)).Concat(pain.Select(p => p.On)).Concat(measures.SelectMany(m => m.Points).Select(p => p.On)).Concat(doses.Select(d => d.On)).Concat((others ?? []).Select(o => o.On)).ToList();
        return days.Count == 0
            ? null
            : new Story(days.Min().AddDays(-7), (days.Max() > frame.Today ? days.Max() : frame.Today).AddDays(7), frame.Today, sessions, therapy, pain, measures, doses)
            {
                Beside = [.. (others ?? []).Select(o => new StoryOther(o.On, o.Words, o.Here))],
            };

        StoryPoint Point(TotalRow row) => new(Day(row.FinishedAt), OutcomeWords.Rounded(row.Total), row.Band);

        StoryMeasure? Lane(string id, IReadOnlyList<StoryPoint> points) =>
            instruments.Find(id) is { Scoring.Range: { } range } instrument
                ? new(OutcomeWords.Instrument(id), $"{instrument.Construct}, {Words.Number(range.Least)} to {Words.Number(range.Most)}", StoryMeasure.ShapeOf(id), range.Least, range.Most, points, GapDays(programme, id))
                : null;
    }

    /// <summary>Half an interval more than the programme asks in: an answer that is missing leaves a gap in the line.</summary>
    private static int GapDays(Programme? programme, string instrument) =>
        programme?.Measures.Where(time => time.Instrument == instrument).Select(time => time.When).ToList() switch
        {
            { } moments when moments.Contains(MeasureMoment.Weekly) => 10,
            { } moments when moments.Contains(MeasureMoment.Monthly) => 45,
            _ => 0,
        };

    private static bool Planned(SessionRow session) => session.State is "booked" or "arrived";
}
