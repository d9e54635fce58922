using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Calendar;
using Sojourn.Clinic.Waiting;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Staff;
using Sojourn.Domain.Waiting;
using static Sojourn.Clinic.Tests.Calendar.CalendarClinic;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Tests.Waiting;

/// <summary>A visit is cancelled; whoever waits for such a time and fits is offered it, the longest first.</summary>
public sealed class RefillingACancelledVisit
{
    [Fact]
    public async Task Those_who_fit_are_offered_the_time_longest_wait_first_and_one_step_moves_them_there()
    {
        await using var calendar = await Open();
        var (holm, holmCourse) = await calendar.Begin("Holm");
        var (berg, bergCourse) = await calendar.Begin("Berg");
        var (cancelled, own) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await calendar.Book(cancelled, calendar.Place(At(Monday, 10)), calendar.Visit());
        await calendar.Book(own, calendar.Place(At(Monday.AddDays(7), 14)), calendar.Visit() with { Person = holm, Course = holmCourse });
        var first = await Wait(calendar, new Wish(SessionKind.Preparation, "preparation", holm, holmCourse, null, new(own), [DayOfWeek.Monday], ["morning"], null));
        calendar.Clinic.Now = calendar.Clinic.Now.AddHours(5);
        var second = await Wait(calendar, new Wish(SessionKind.Preparation, "preparation", berg, bergCourse, null, null, [], [], null));
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, cancelled, new Session.Command.Cancel("cold")));
        await calendar.Clinic.React();
        Assert.Equal(["Mon 4-Jan 10:00 is free again in Room 4: 2 who wait fit."], Tasks(calendar));

        var fitting = await Fitting(calendar, cancelled);
        Assert.Equal([first, second], fitting.Select(fit => fit.Row.Id));
        Assert.Contains("7 days earlier than booked", fitting[0].Why);
        await calendar.Clinic.Do(desk => WaitingDesk.Refill(desk, cancelled, first));
        await calendar.Clinic.React();
        Assert.Equal(At(Monday, 10), calendar.Clinic.Read(records => SessionRecords.One(records, own))!.FromAt);
        Assert.Equal([second], calendar.Clinic.Read(WaitingRecords.Open).Select(row => row.Id));
        Assert.Empty(Tasks(calendar));
        Assert.NotEmpty(await calendar.Clinic.Refused(desk => WaitingDesk.Refill(desk, cancelled, second)));
        await calendar.Clinic.RebuiltEqualsKeptUp("waiting-board");
    }

    [Fact]
    public async Task Whom_the_day_or_the_people_do_not_suit_or_who_said_no_is_not_offered_it()
    {
        await using var calendar = await Open();
        var (holm, course) = await calendar.Begin("Holm");
        var (cancelled, own) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await calendar.Book(cancelled, calendar.Place(At(Monday, 10)), calendar.Visit());
        await calendar.Book(own, calendar.Place(At(Monday.AddDays(7), 14)), calendar.Visit() with { Person = holm, Course = course });
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, cancelled, new Session.Command.Cancel("cold")));
        var afternoons = await Wait(calendar, new Wish(SessionKind.Preparation, "preparation", holm, course, null, new(own), [], ["afternoon"], null));
        Assert.Empty(await Fitting(calendar, cancelled));
        await calendar.Clinic.Do(desk => desk.Do(WaitingSlice.Slice, afternoons.Value, new WaitingPlace.Command.End("changed")));
        var waits = await Wait(calendar, new Wish(SessionKind.Preparation, "preparation", holm, course, null, new(own), [], [], null));
        Assert.Single(await Fitting(calendar, cancelled));
        var away = new AbsenceId(Guid.CreateVersion7());
        await calendar.Of(calendar.Clinic.Therapist, new StaffMember.Command.BeAway(away, AbsenceKind.Leave, Monday, Monday, Monday.AddDays(-3)));
        Assert.Empty(await Fitting(calendar, cancelled));
        await calendar.Of(calendar.Clinic.Therapist, new StaffMember.Command.BeHereAfterAll(away));
        Assert.Single(await Fitting(calendar, cancelled));
        Assert.Equal(["waiting.already"], await calendar.Clinic.Refused(desk => WaitingDesk.Put(desk, new(Guid.CreateVersion7()), new Wish(SessionKind.Preparation, "preparation", holm, course, null, null, [], [], null))));
        await calendar.Clinic.Do(desk => desk.Do(WaitingSlice.Slice, waits.Value, new WaitingPlace.Command.Pass(new(cancelled))));
        Assert.Empty(await Fitting(calendar, cancelled));
    }

    [Fact]
    public async Task An_integration_is_not_offered_a_time_before_the_session_that_it_follows()
    {
        await using var calendar = await Open();
        var (holm, course) = await calendar.Begin("Holm");
        var (cancelled, before, own) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var talk = calendar.Visit() with { Person = holm, Course = course };
        await calendar.Book(cancelled, calendar.Place(At(Monday, 10)), calendar.Visit());
        await calendar.Book(before, calendar.Place(At(Monday.AddDays(1), 14)), talk);
        await calendar.Book(own, calendar.Place(At(Monday.AddDays(7), 14)), talk with { Follows = new(before) });
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, cancelled, new Session.Command.Cancel("cold")));
        await Wait(calendar, new Wish(SessionKind.Preparation, "preparation", holm, course, null, new(own), [], [], null));
        Assert.Empty(await Fitting(calendar, cancelled));
    }

    [Fact]
    public async Task Whoever_needs_no_earlier_time_any_more_leaves_the_list()
    {
        await using var calendar = await Open();
        var own = Guid.CreateVersion7();
        await calendar.Book(own, calendar.Place(At(Monday.AddDays(7), 14)), calendar.Visit());
        await Wait(calendar, new Wish(SessionKind.Preparation, "preparation", calendar.Person, calendar.Course, null, new(own), [], [], null));
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, own, new Session.Command.Cancel("moved away")));
        await calendar.Clinic.React();
        Assert.Empty(calendar.Clinic.Read(WaitingRecords.Open));
    }

    private static async Task<WaitingId> Wait(CalendarClinic calendar, Wish wish)
    {
        var id = new WaitingId(Guid.CreateVersion7());
        await calendar.Clinic.Do(desk => WaitingDesk.Put(desk, id, wish));
        return id;
    }

    private static async Task<IReadOnlyList<Fit>> Fitting(CalendarClinic calendar, Guid slot)
    {
        IReadOnlyList<Fit> fitting = [];
        await calendar.Clinic.Ask(desk => fitting = WaitingDesk.Fitting(desk, SessionRecords.One(desk.Records, slot)!));
        return fitting;
    }

    private static IReadOnlyList<string> Tasks(CalendarClinic calendar) =>
        calendar.Clinic.Read(records => records.All<string>("select words from task where kind = 'refill' and state in ('open', 'taken')"));
}
