using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Boosters;

/// <summary>
/// A medicine session beyond the series of the plan in force is a booster: it is booked and given only when all who decide have agreed to one that is
/// not used up yet. A plan that is not agreed at all is another reason, and not given here.
/// </summary>
public static class BoosterRule
{
    /// <summary>Sessions that take a place in the series or use up a booster; one that was missed or cancelled does neither.</summary>
    private const string Taken =
        "select count(*) from session where course_id = @course and kind = 'medicine' and state in ('booked', 'arrived', 'running', 'held') and id <> @self";

    private const string Agreed = "select count(*) from booster where course_id = @course and state = 'agreed'";

    private const string LastAgreed = "select last_medicine_on from booster where course_id = @course and state = 'agreed' order by number desc limit 1";

    private const string LastStep = "select step from booster where course_id = @course and state = 'agreed' order by number desc limit 1";

    /// <summary>Asked before another medicine session is given: the series is over, and no agreed booster is left.</summary>
    public static Refusal? BeforeMedicine(Records records, Programme programme, CourseId course)
    {
        var planned = Planned(records, course);
        return planned > 0 && programme.BoosterLadder.Count > 0 ? NotAgreed(records, course, SeriesSoFar.Given(records, course), planned) : null;
    }

    /// <summary>Asked before a medicine session is booked, which may be long before the series is given.</summary>
    /// <param name="self">The session that is booked or moved.</param>
    public static IReadOnlyList<Refusal> BeforeBooking(Records records, Programme programme, CourseId course, Guid self, DateTimeOffset from)
    {
        if (SeriesSoFar.IsOccasional(records, course, programme))
        {
            return Occasional(records, programme, course, self, from);
        }

        var planned = Planned(records, course);
        var taken = records.Value<int>(Taken, new { course, self });
        if (planned == 0 || taken < planned || programme.BoosterLadder.Count == 0)
        {
            return [];
        }

        return NotAgreed(records, course, taken, planned) is { } refusal ? [refusal] : [.. TooSoon(records, programme, course, from)];
    }

    private static int Planned(Records records, CourseId course) =>
        records.Value<int?>("select sessions from plan where course_id = @course and active_version is not null", new { course }) ?? 0;

    private static Refusal? NotAgreed(Records records, CourseId course, int sessions, int planned) =>
        sessions - planned >= 0 && records.Value<int>(Agreed, new { course }) <= sessions - planned
            ? new(
                "booster.not-agreed",
                $"The {planned} medicine sessions of the plan are taken. Another one is a booster: propose it, and all who decide must have agreed.",
                new Remedy("Boosters", $"courses/{course.Value:D}/boosters"))
            : null;

    /// <summary>After the months each new treatment is proposed with a reason and agreed to, whatever is left of the plan. One that was booked before may be moved.</summary>
    private static IReadOnlyList<Refusal> Occasional(Records records, Programme programme, CourseId course, Guid self, DateTimeOffset from)
    {
        if (records.Any("select 1 from session where id = @self and kind = 'medicine' and state = 'booked'", new { self }))
        {
            return [.. TooSoon(records, programme, course, from)];
        }

        var last = SeriesSoFar.Of(records, course, from).LastMedicineOn;
        var agreed = records.One<AgreedRow>(LastAgreed, new { course });
        var free = agreed is not null && !(last > agreed.LastMedicineOn)
            && !records.Any("select 1 from session where course_id = @course and kind = 'medicine' and state in ('booked', 'arrived', 'running')", new { course });
        return free
            ? [.. TooSoon(records, programme, course, from)]
            : [
                new(
                    "booster.needs-reason",
                    $"The months of this programme are over. A new treatment needs a short reason and everybody’s yes.{(last is { } day ? $" The last medicine session was on {Day(day)}." : "")}",
                    new Remedy("Give the reason", $"courses/{course.Value:D}/boosters")),
            ];
    }

    private sealed record AgreedRow
    {
        public DateOnly LastMedicineOn { get; init; }
    }

    private static IEnumerable<Refusal> TooSoon(Records records, Programme programme, CourseId course, DateTimeOffset from)
    {
        var step = programme.BoosterLadder.FirstOrDefault(rung => rung.Id == records.Value<string>(LastStep, new { course }));
        if (step is not null && SeriesSoFar.Of(records, course, from) is { LastMedicineOn: { } last, Today: var day } && day < last.AddDays(step.LeastGapDays))
        {
            yield return new(
                "booster.too-soon",
                $"“{step.Title}” keeps at least {step.LeastGapDays} days from the last medicine session. Book it from {Day(last.AddDays(step.LeastGapDays))} on.",
                Field: "date");
        }
    }

    private static string Day(DateOnly day) => day.ToString("d-MMM-yyyy", System.Globalization.CultureInfo.InvariantCulture);
}
