using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Domain.Tests.Clinics;

/// <summary>SET-1 to SET-4.</summary>
public sealed class OpeningPlaces
{
    private static readonly SiteId Harbour = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly RoomId Room1 = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly RoomId Room2 = new(new Guid(3, 0, 0, new byte[8]));

    private static Spec<Command, State, Event> Founded => new Spec<Command, State, Event>(Decide, Evolve, State.Initial)
        .Given(new Event.Founded("Harbour Clinic", "America/Edmonton", "", "", "", IsDemo: false));

    private static Spec<Command, State, Event> WithRoom => Founded.Given(
        new Event.SiteOpened(Harbour, "Harbour", "Edmonton", "Alberta", ""),
        new Event.RoomOpened(Room1, Harbour, "Room 1", RoomUse.Medicine, 1, ApprovedForMedicine: true));

    [Fact]
    public void The_clinic_describes_itself_anew() =>
        Founded.When(new Command.Describe(" Bay ", "America/Vancouver", "555 0100", "9-8-8", "9-1-1")).Then(new Event.Described("Bay", "America/Vancouver", "555 0100", "9-8-8", "9-1-1"));

    [Fact]
    public void A_clinic_keeps_a_name() => Founded.When(new Command.Describe(" ", "UTC", "", "", "")).ThenRefused("clinic.no-name");

    [Fact]
    public void Two_sites_do_not_share_a_name() =>
        WithRoom.When(new Command.OpenSite(new SiteId(Room2.Value), "harbour ", "", "", "")).ThenRefused("clinic.site-name-taken");

    [Fact]
    public void A_room_needs_its_site_open_and_a_name_of_its_own()
    {
        Founded.When(new Command.OpenRoom(Room1, Harbour, "Room 1", RoomUse.Talking, 1, ApprovedForMedicine: false)).ThenRefused("clinic.no-such-site");
        WithRoom.When(new Command.OpenRoom(Room2, Harbour, "room 1", RoomUse.Talking, 0, ApprovedForMedicine: true)).ThenRefused("clinic.room-name-taken", "clinic.chairs", "clinic.room-kind");
    }

    [Fact]
    public void A_room_in_which_medicine_is_booked_stays_approved() =>
        WithRoom.When(new Command.DescribeRoom(Room1, "Room 1", RoomUse.Medicine, 1, ApprovedForMedicine: false, MedicineAhead: 2)).ThenRefused("clinic.medicine-booked");

    [Fact]
    public void A_room_is_closed_with_a_reason_once_nothing_is_booked_in_it()
    {
        WithRoom.When(new Command.CloseRoom(Room1, "", BookedAhead: 1)).ThenRefused("clinic.no-reason", "clinic.room-booked");
        WithRoom.When(new Command.CloseRoom(Room1, "Water damage")).Then(new Event.RoomClosed(Room1, "Water damage"));
    }

    [Fact]
    public void A_site_is_closed_after_its_rooms()
    {
        WithRoom.When(new Command.CloseSite(Harbour, "Moved")).ThenRefused("clinic.site-has-rooms");
        WithRoom.When(new Command.CloseRoom(Room1, "Moved")).And().When(new Command.CloseSite(Harbour, "Moved")).Then(new Event.SiteClosed(Harbour, "Moved"));
    }
}
