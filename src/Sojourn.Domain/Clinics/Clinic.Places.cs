using System.Globalization;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Clinics;

/// <summary>Sites and rooms: opened, described anew, closed.</summary>
public static partial class Clinic
{
    private static Decision<Event> OpenSite(Command.OpenSite site, State.Open open)
    {
        if (open.Sites.ContainsKey(site.Site))
        {
            return Refuse("clinic.site-open-already", "This site is open already.");
        }

        var reasons = SiteName(site.Site, site.Name, open).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : new Event.SiteOpened(site.Site, site.Name.Trim(), site.City, site.Region, site.Phone);
    }

    private static Decision<Event> DescribeSite(Command.DescribeSite site, State.Open open)
    {
        if (!open.Sites.ContainsKey(site.Site))
        {
            return NoSuchSite();
        }

        var reasons = SiteName(site.Site, site.Name, open).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : new Event.SiteDescribed(site.Site, site.Name.Trim(), site.City, site.Region, site.Phone);
    }

    private static Decision<Event> CloseSite(Command.CloseSite site, State.Open open)
    {
        if (!open.Sites.ContainsKey(site.Site))
        {
            return NoSuchSite();
        }

        var reasons = Why(site.Why, "Write in a few words why the site closes.").ToList();
        if (open.Rooms.Values.Count(room => room.Site == site.Site) is > 0 and var rooms)
        {
            reasons.Add(new("clinic.site-has-rooms", $"{Rooms(rooms)} of this site {(rooms == 1 ? "is" : "are")} open. Close {(rooms == 1 ? "it" : "them")} first.", new("Sites and rooms", "settings/places")));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.SiteClosed(site.Site, site.Why.Trim());
    }

    private static Decision<Event> OpenRoom(Command.OpenRoom room, State.Open open)
    {
        if (!open.Sites.ContainsKey(room.Site))
        {
            return Refuse("clinic.no-such-site", "Open the site before its rooms.", new("Open a site", "settings/sites/new"));
        }

        if (open.Rooms.ContainsKey(room.Room))
        {
            return Refuse("clinic.room-open-already", "This room is open already.");
        }

        var reasons = RoomIsSound(room.Room, room.Site, room.Name, room.Kind, room.Chairs, room.ApprovedForMedicine, open).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : new Event.RoomOpened(room.Room, room.Site, room.Name.Trim(), room.Kind, room.Chairs, room.ApprovedForMedicine);
    }

    private static Decision<Event> DescribeRoom(Command.DescribeRoom room, State.Open open)
    {
        if (!open.Rooms.TryGetValue(room.Room, out var here))
        {
            return NoSuchRoom();
        }

        var reasons = RoomIsSound(room.Room, here.Site, room.Name, room.Kind, room.Chairs, room.ApprovedForMedicine, open).ToList();
        if (!room.ApprovedForMedicine && room.MedicineAhead > 0)
        {
            reasons.Add(new(
                "clinic.medicine-booked", $"{Visits(room.MedicineAhead, "medicine session")} booked in this room. Move {(room.MedicineAhead == 1 ? "it" : "them")} before the room is approved no longer.", new("The calendar", "calendar"), "approved"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.RoomDescribed(room.Room, room.Name.Trim(), room.Kind, room.Chairs, room.ApprovedForMedicine);
    }

    private static Decision<Event> CloseRoom(Command.CloseRoom room, State.Open open)
    {
        if (!open.Rooms.ContainsKey(room.Room))
        {
            return NoSuchRoom();
        }

        var reasons = Why(room.Why, "Write in a few words why the room closes.").ToList();
        if (room.BookedAhead > 0)
        {
            reasons.Add(new("clinic.room-booked", $"{Visits(room.BookedAhead, "visit")} booked in this room. Move or cancel {(room.BookedAhead == 1 ? "it" : "them")} first.", new("The calendar", "calendar")));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.RoomClosed(room.Room, room.Why.Trim());
    }

    private static IEnumerable<Refusal> SiteName(SiteId self, string name, State.Open open)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new("clinic.no-site-name", "Give the site a name.", Field: "name");
        }
        else if (open.Sites.Any(site => site.Key != self && Same(site.Value, name)))
        {
            yield return new("clinic.site-name-taken", $"There is a site called {name.Trim()} already. Give this one another name.", Field: "name");
        }
    }

    private static IEnumerable<Refusal> RoomIsSound(RoomId self, SiteId site, string name, RoomUse kind, int chairs, bool approved, State.Open open)
    {
        if (string.IsNullOrWhiteSpace(name))
        {
            yield return new("clinic.no-room-name", "Give the room a name.", Field: "name");
        }
        else if (open.Rooms.Any(room => room.Key != self && room.Value.Site == site && Same(room.Value.Name, name)))
        {
            yield return new("clinic.room-name-taken", $"There is a room called {name.Trim()} at this site already. Give this one another name.", Field: "name");
        }

        if (chairs is < 1 or > 40)
        {
            yield return new("clinic.chairs", "A room has 1 to 40 chairs.", Field: "chairs");
        }

        if (approved && kind != RoomUse.Medicine)
        {
            yield return new("clinic.room-kind", "Only a medicine room can be approved for medicine.", Field: "approved");
        }
    }

    private static IEnumerable<Refusal> Why(string why, string sentence)
    {
        if (string.IsNullOrWhiteSpace(why))
        {
            yield return new("clinic.no-reason", sentence, Field: "why");
        }
    }

    private static bool Same(string one, string other) => string.Equals(one.Trim(), other.Trim(), StringComparison.OrdinalIgnoreCase);

    private static string Rooms(int count) => count == 1 ? "One room" : string.Create(CultureInfo.InvariantCulture, $"{count} rooms");

    private static string Visits(int count, string what) => count == 1 ? $"One {what} is" : string.Create(CultureInfo.InvariantCulture, $"{count} {what}s are");

    private static RefusedWith NoSuchSite() => Refuse("clinic.no-such-site", "There is no open site under this link.", new("Sites and rooms", "settings/places"));

    private static RefusedWith NoSuchRoom() => Refuse("clinic.no-such-room", "There is no open room under this link.", new("Sites and rooms", "settings/places"));
}
