using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Clinics;

/// <summary>When a site is open: the hours of its week, and days on which it or a room is closed.</summary>
public static partial class Clinic
{
    private static Decision<Event> SetHours(Command.SetHours set, State.Open open) =>
        !open.Sites.ContainsKey(set.Site) ? NoSuchSite()
        : DayHours.Faults(set.Hours).ToList() is { Count: > 0 } faults ? Refuse(faults)
        : new Event.HoursSet(set.Site, [.. set.Hours.OrderBy(hours => hours.Day).ThenBy(hours => hours.From)]);

    private static Decision<Event> CloseForDays(Command.CloseForDays days, State.Open open)
    {
        if (open.Closed.Contains(days.Days))
        {
            return Refuse("clinic.closed-days-known", "These closed days are recorded already.");
        }

        if (!open.Sites.ContainsKey(days.Site))
        {
            return NoSuchSite();
        }

        if (days.Room is { } room && (!open.Rooms.TryGetValue(room, out var here) || here.Site != days.Site))
        {
            return NoSuchRoom();
        }

        var reasons = Why(days.Why, "Write in a few words why it is closed: people who are booked then will ask.").ToList();
        if (days.To < days.From)
        {
            reasons.Add(new("clinic.closed-days-order", "The last closed day is before the first. Check both days.", Field: "to"));
        }
        else if (days.To < days.Today)
        {
            reasons.Add(new("clinic.closed-days-over", "These days are over. Give days from today on.", Field: "to"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.ClosedForDays(days.Days, days.Site, days.Room, days.From, days.To, days.Why.Trim());
    }

    private static Decision<Event> OpenAfterAll(Command.OpenAfterAll days, State.Open open) =>
        open.Closed.Contains(days.Days)
            ? new Event.OpenedAfterAll(days.Days)
            : Refuse("clinic.no-such-days", "These days are not closed, or not any more.", new("Sites and rooms", "settings/places"));
}
