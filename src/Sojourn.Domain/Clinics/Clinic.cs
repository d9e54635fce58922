using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Clinics;

/// <summary>The clinic itself: its name, sites and rooms. There is one stream of it in a journal.</summary>
public static partial class Clinic
{
    /// <summary>The id of the one stream.</summary>
    public static Guid Id { get; } = new("00000000-0000-8000-8000-000000000001");

    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Found found, State.NotFounded) => Found(found),
        (Command.Found, State.Open) => Refuse("clinic.founded-already", "This clinic is set up already."),
        (Command.OpenSite site, State.Open open) => OpenSite(site, open),
        (Command.OpenRoom room, State.Open open) => OpenRoom(room, open),
        (Command.CloseRoom room, State.Open open) => open.Rooms.Contains(room.Room)
            ? new Event.RoomClosed(room.Room, room.Why)
            : Refuse("clinic.no-such-room", "There is no open room of that id."),
        _ => Refuse("clinic.not-founded", "Set up the clinic first: give it a name."),
    };

    private static Decision<Event> Found(Command.Found found) =>
        string.IsNullOrWhiteSpace(found.Name)
            ? Refuse("clinic.no-name", "Give the clinic a name.")
            : new Event.Founded(found.Name, found.TimeZone, found.Phone, found.CrisisLine, found.EmergencyNumber, found.IsDemo);

    private static Decision<Event> OpenSite(Command.OpenSite site, State.Open open) =>
        open.Sites.Contains(site.Site)
            ? Refuse("clinic.site-open-already", "This site is open already.")
            : new Event.SiteOpened(site.Site, site.Name, site.City, site.Region, site.Phone);

    private static Decision<Event> OpenRoom(Command.OpenRoom room, State.Open open)
    {
        if (!open.Sites.Contains(room.Site))
        {
            return Refuse("clinic.no-such-site", "Open the site before its rooms.");
        }

        if (room.Chairs is < 1 or > 40)
        {
            return Refuse("clinic.chairs", "A room has 1 to 40 chairs.");
        }

        return room.ApprovedForMedicine && room.Kind != RoomUse.Medicine
            ? Refuse("clinic.room-kind", "Only a medicine room can be approved for medicine.")
            : new Event.RoomOpened(room.Room, room.Site, room.Name, room.Kind, room.Chairs, room.ApprovedForMedicine);
    }
}

/// <summary>What a room is for.</summary>
public enum RoomUse
{
    Medicine,
    Talking,
    Video,
}
