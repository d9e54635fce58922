using Sojourn.Clinic.Running;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Outcomes;

/// <summary>Another treatment: massage, acupuncture, counselling elsewhere.</summary>
/// <param name="Here">At this clinic; else elsewhere.</param>
public sealed record OtherTreatment(DateOnly On, string Words, bool Here);

/// <summary>From one medicine session to the next one, or to today.</summary>
/// <param name="Others">Other treatments in it.</param>
/// <param name="Answered">Days on which the daily question was answered.</param>
/// <param name="Relieved">Of those, days of relief.</param>
public sealed record Stretch(DateOnly From, DateOnly To, int Others, int Answered, int Relieved);

/// <summary>Days of relief after medicine sessions with other treatments in between and without. It counts; it claims no effect.</summary>
/// <param name="Rule">What counts, as the programme says.</param>
/// <param name="Before">Pain on the days before the first medicine session, on average; null where none was answered.</param>
public sealed record BesideMedicine(ReliefDay Rule, IReadOnlyList<OtherTreatment> Others, decimal? Before, IReadOnlyList<Stretch> Stretches)
{
    public IReadOnlyList<Stretch> With => [.. Stretches.Where(stretch => stretch is { Others: > 0, Answered: > 0 })];

    public IReadOnlyList<Stretch> Without => [.. Stretches.Where(stretch => stretch is { Others: 0, Answered: > 0 })];

    public bool IsEnough => Before is not null && With.Count >= Rule.Stretches && Without.Count >= Rule.Stretches;

    /// <param name="rule">The programme's.</param>
    /// <param name="medicine">Days of the medicine sessions that were held, in order.</param>
    /// <param name="pain">Daily answers, one or more a day; the last of a day counts.</param>
    public static BesideMedicine Of(ReliefDay rule, IReadOnlyList<DateOnly> medicine, IEnumerable<(DateOnly On, decimal Pain)> pain, IReadOnlyList<OtherTreatment> others, DateOnly today)
    {
        var days = pain.GroupBy(answer => answer.On).ToDictionary(day => day.Key, day => day.Last().Pain);
        if (medicine.Count == 0)
        {
            return new(rule, others, null, []);
        }

        var earlier = days.Where(day => day.Key < medicine[0]).Select(day => day.Value).ToList();
        var before = earlier.Count > 0 ? earlier.Average() : (decimal?)null;
        var stretches = medicine.Select((from, index) =>
        {
            var to = index + 1 < medicine.Count ? medicine[index + 1] : today.AddDays(1);
            var answered = days.Where(day => day.Key > from && day.Key < to).Select(day => day.Value).ToList();
            return new Stretch(from, to, others.Count(other => other.On > from && other.On < to), answered.Count, before is > 0 and { } was ? answered.Count(value => value * 100 <= was * (100 - rule.PercentLess)) : 0);
        });
        return new(rule, others, before, [.. stretches]);
    }

    /// <summary>Visits elsewhere in any lane but that of medicine, and other treatments that were held here, by day.</summary>
    public static IReadOnlyList<OtherTreatment> OthersOf(Records records, Guid person, IEnumerable<Calendar.SessionRow> sessions, Func<DateTimeOffset, DateOnly> day) =>
    [
        .. records.All<Visit>(
                "select lane_item.words, lane_item.from_on from lane_item join course on course.id = lane_item.course_id where course.person_id = @person and lane_item.is_visit = 1 and lane_item.lane <> 'medicine'",
                new { person })
            .Select(visit => new OtherTreatment(visit.FromOn, visit.Words, Here: false))
            .Concat(sessions.Where(session => session is { Kind: "adjunct", State: "held", FromAt: not null }).Select(session => new OtherTreatment(day(session.FromAt!.Value), session.Type?.Replace('-', ' ') ?? "other treatment", Here: true)))
            .OrderBy(other => other.On).ThenBy(other => other.Words, StringComparer.Ordinal),
    ];

    private sealed record Visit
    {
        public string Words { get; init; } = "";

        public DateOnly FromOn { get; init; }
    }
}
