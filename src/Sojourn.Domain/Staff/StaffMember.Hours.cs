using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Staff;

/// <summary>When somebody works: the hours of their week, and days on which they are away.</summary>
public static partial class StaffMember
{
    private static Decision<Event> SetHours(Command.SetHours set) =>
        DayHours.Faults([.. set.Hours.Select(hours => hours.OfDay)]).ToList() is { Count: > 0 } faults
            ? Refuse(faults)
            : new Event.HoursSet([.. set.Hours.OrderBy(hours => hours.Day).ThenBy(hours => hours.From)]);

    private static Decision<Event> BeAway(Command.BeAway away, State.Working working)
    {
        if (working.Away.Contains(away.Absence))
        {
            return Refuse("staff.absence-known", "This absence is recorded already.");
        }

        var reasons = new List<Refusal>();
        if (away.To < away.From)
        {
            reasons.Add(new("staff.absence-order", "The last day away is before the first. Check both days.", Field: "to"));
        }
        else if (away.To < away.Today)
        {
            reasons.Add(new("staff.absence-over", "These days are over. Give days from today on.", Field: "to"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.AbsenceRecorded(away.Absence, away.Kind, away.From, away.To);
    }
}

/// <summary>Hours of one day of the week at one site.</summary>
/// <param name="To">After <paramref name="From"/>; 00:00 is the midnight that ends the day.</param>
public sealed record WorkHours(SiteId Site, DayOfWeek Day, TimeOnly From, TimeOnly To)
{
    /// <summary>The same without the site: nobody is at two sites at once.</summary>
    public DayHours OfDay => new(Day, From, To);
}

/// <summary>Why somebody is away.</summary>
public enum AbsenceKind
{
    Leave,
    Illness,
    Training,
    Other,
}
