using System.Globalization;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Lanes;

/// <summary>Time kept free after a medicine session, as after an operation.</summary>
/// <param name="From">When the session ends as it is booked.</param>
/// <param name="Clashes">What the person has on in it, a sentence each. Told gently; nothing is refused for it.</param>
public sealed record RestTime(SessionRow Session, DateTimeOffset From, DateTimeOffset To, ProtectedRest Rule, IReadOnlyList<string> Clashes);

/// <summary>Protected rest, from the programme's hours and what stands in the person's own plan.</summary>
public static class RestTimes
{
    /// <summary>Null for a session without medicine or time, and where the programme keeps no rest.</summary>
    public static RestTime? After(Records records, Programme? programme, SessionRow session)
    {
        ArgumentNullException.ThrowIfNull(session);
        if (programme?.Rest is not { } rule || !session.IsMedicine || session is not { ToAt: { } from, CourseId: { } course })
        {
            return null;
        }

        var to = from.AddHours(rule.Hours);
        var zone = ClinicDay.Zone(records);
        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);
        var days = Enumerable.Range(Day(from).DayNumber, Day(to).DayNumber - Day(from).DayNumber + 1).Select(DateOnly.FromDayNumber).ToList();
        var clashes = LaneRecords.Items(records, course.Value).Where(item => item.State == "open" && item.DutyOn.Count > 0)
            .Select(item => (item, On: days.Where(day => item.DutyOn.Contains(day.DayOfWeek) && item.FromOn <= day && (item.ToOn is null || day <= item.ToOn)).ToList()))
            .Where(one => one.On.Count > 0)
            .Select(one => $"“{one.item.Words}” is on {string.Join(" and ", one.On.Select(day => day.ToString("dddd d-MMM", CultureInfo.InvariantCulture)))}.");
        return new(session, from, to, rule, [.. clashes]);
    }

    /// <summary>After every medicine session that is booked for a course and not over, the next first.</summary>
    public static IReadOnlyList<RestTime> Ahead(Records records, Programme? programme, CourseId course, DateTimeOffset now) =>
        [.. SessionRecords.OfCourse(records, course.Value).Where(session => session.State is "booked" or "arrived" or "running").Select(session => After(records, programme, session)).OfType<RestTime>().Where(rest => rest.To > now).OrderBy(rest => rest.From)];
}
