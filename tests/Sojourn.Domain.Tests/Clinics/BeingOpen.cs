using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Domain.Tests.Clinics;

/// <summary>Hours of a site's week, and days on which a site or a room is closed.</summary>
public sealed class BeingOpen
{
    private static readonly SiteId Harbour = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly SiteId Elm = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly RoomId Room1 = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly ClosedDaysId Days = new(new Guid(4, 0, 0, new byte[8]));
    private static readonly DateOnly Today = new(2028, 2, 28);

    private static Spec<Command, State, Event> TwoSites => new Spec<Command, State, Event>(Decide, Evolve, State.Initial).Given(
        new Event.Founded("Harbour Clinic", "America/Edmonton", "", "", "", IsDemo: false),
        new Event.SiteOpened(Harbour, "Harbour", "Edmonton", "Alberta", ""),
        new Event.SiteOpened(Elm, "Elm", "Calgary", "Alberta", ""),
        new Event.RoomOpened(Room1, Harbour, "Room 1", RoomUse.Medicine, 1, ApprovedForMedicine: true));

    [Fact]
    public void A_week_may_end_a_day_at_midnight_and_have_a_break()
    {
        DayHours[] week = [new(DayOfWeek.Friday, new(17, 0), new(0, 0)), new(DayOfWeek.Friday, new(8, 0), new(12, 0))];
        var set = Assert.IsType<Event.HoursSet>(Assert.Single(Assert.IsType<Decision<Event>.Accepted>(
            Decide(new Command.SetHours(Harbour, week), TwoSitesState())).Events));
        Assert.Equal([week[1], week[0]], set.Hours);
    }

    [Fact]
    public void Hours_that_end_before_they_begin_or_overlap_are_refused_by_day()
    {
        TwoSites.When(new Command.SetHours(Harbour, [new(DayOfWeek.Monday, new(18, 0), new(8, 0))])).ThenRefused("hours.end-before-they-begin");
        TwoSites.When(new Command.SetHours(Harbour, [new(DayOfWeek.Monday, new(8, 0), new(12, 0)), new(DayOfWeek.Monday, new(11, 0), new(14, 0))])).ThenRefused("hours.overlap");
    }

    [Fact]
    public void A_room_is_closed_for_days_with_a_reason_from_today_on_a_leap_day_too()
    {
        TwoSites.When(Close() with { To = new DateOnly(2028, 2, 29) }).Then(new Event.ClosedForDays(Days, Harbour, Room1, Today, new DateOnly(2028, 2, 29), "Burst pipe"));
        TwoSites.When(Close() with { Why = " ", To = Today.AddDays(-1) }).ThenRefused("clinic.no-reason", "clinic.closed-days-order");
        TwoSites.When(Close() with { From = Today.AddDays(-9), To = Today.AddDays(-3) }).ThenRefused("clinic.closed-days-over");
        TwoSites.When(Close() with { Site = Elm }).ThenRefused("clinic.no-such-room");
    }

    [Fact]
    public void Days_that_are_open_after_all_were_closed_before()
    {
        TwoSites.When(new Command.OpenAfterAll(Days)).ThenRefused("clinic.no-such-days");
        TwoSites.When(Close()).And().When(new Command.OpenAfterAll(Days)).Then(new Event.OpenedAfterAll(Days));
    }

    private static Command.CloseForDays Close() => new(Days, Harbour, Room1, Today, Today.AddDays(6), "Burst pipe ", Today);

    private static State TwoSitesState() => new Event[]
    {
        new Event.Founded("Harbour Clinic", "America/Edmonton", "", "", "", IsDemo: false), new Event.SiteOpened(Harbour, "Harbour", "Edmonton", "Alberta", ""),
    }.Aggregate(State.Initial, Evolve);
}
