using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>
/// The first series of medicine sessions keeps the programme's window, and its days between two. So many of a course's sessions belong to it, in order of time,
/// as the plan in force says; what comes after them are boosters, which have rules of their own.
/// </summary>
public static class PhaseWindow
{
    private const string Others =
        "select from_at from session where course_id = @Course and type = @Type and id <> @self and state in ('booked', 'arrived', 'running', 'held')";

    private const string Planned =
        """
        select plan_line.sessions from plan_line join plan on plan.course_id = plan_line.course_id and plan.active_version = plan_line.version
        where plan_line.course_id = @Course and plan_line.phase = @phase and plan_line.session = @Type
        """;

    /// <summary>What the window objects to about a medicine session at this place; empty where nothing.</summary>
    public static IReadOnlyList<Refusal> Objections(Records records, Guid self, Visit visit, Place place, Programme programme)
    {
        if (programme.Phases.FirstOrDefault(phase => phase.Kind == PhaseKind.Induction) is not { } phase || phase.Sessions.FirstOrDefault(s => s.SessionId == visit.Type) is not { } line)
        {
            return [];
        }

        var planned = records.Value<int?>(Planned, new { visit.Course, visit.Type, phase = phase.Id }) ?? line.Count.Most;
        var zone = ClinicDay.Zone(records);
        DateOnly On(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

        var day = On(place.From);
        var others = records.All<string>(Others, new { visit.Course, visit.Type, self }).Select(at => On(Columns.Instant(at))).ToList();
        var series = others.Append(day).Order().Take(planned).ToList();
        return others.Count(other => other < day) >= planned ? [] : [.. Spacing(line, others, day), .. Window(phase, programme, series, day, whole: series.Count == planned)];
    }

    private static IEnumerable<Refusal> Spacing(PhaseSessions line, List<DateOnly> others, DateOnly day)
    {
        if (line.SpacingDays is { } spacing && others.Exists(other => Math.Abs(other.DayNumber - day.DayNumber) < spacing.Least))
        {
            var near = others.MinBy(other => Math.Abs(other.DayNumber - day.DayNumber));
            yield return new("calendar.spacing", $"There is a medicine session on {Words(near)}. This programme keeps {Range(spacing)} between two.", Field: "date");
        }
    }

    private static IEnumerable<Refusal> Window(Phase phase, Programme programme, List<DateOnly> series, DateOnly day, bool whole)
    {
        if (phase.WindowDays is not { } window || series.Count < 2)
        {
            yield break;
        }

        var days = series[^1].DayNumber - series[0].DayNumber;
        if (days > window.Most)
        {
            var fits = day == series[0] ? $"it fits from {Words(series[^1].AddDays(-window.Most))} on" : $"the last day that fits is {Words(series[0].AddDays(window.Most))}";
            yield return new(
                "calendar.window",
                $"The series would take {days} days. “{programme.Title}” keeps {window.Least} to {window.Most} days from the first medicine session to the last; {fits}.",
                Field: "date");
        }
        else if (whole && days < window.Least)
        {
            yield return new(
                "calendar.window",
                $"The series would be over after {days} days. “{programme.Title}” keeps {window.Least} to {window.Most} days from the first medicine session to the last; the last one fits from {Words(series[0].AddDays(window.Least))} on.",
                Field: "date");
        }
    }

    private static string Range(Bounds<int> days) => days.Least == days.Most ? $"{days.Least} days" : $"{days.Least} to {days.Most} days";

    private static string Words(DateOnly day) => day.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture);
}
