using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using static Sojourn.Clinic.Tests.Calendar.CalendarClinic;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>R-49: somebody recovers slowly; the room stays held, and whoever waits is seen early, with what can be done.</summary>
public sealed class RecoveringSlowly
{
    [Fact]
    public async Task The_room_stays_held_the_next_booking_waits_and_the_front_desk_gets_choices_until_it_is_moved()
    {
        await using var calendar = await Open();
        var other = new RoomId(Guid.CreateVersion7());
        await calendar.OfClinic(new DomainClinic.Command.OpenRoom(other, calendar.Clinic.Site, "Room 5", RoomUse.Talking, 1, ApprovedForMedicine: false));
        var (person, course) = await calendar.Begin("Holm");
        var (first, next) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var colleague = calendar.Clinic.Prescriber;
        await calendar.Book(first, calendar.Place(At(Monday, 10)), calendar.Visit());
        var booked = await calendar.Book(next, calendar.Place(At(Monday, 11), colleague, calendar.Clinic.Therapist), calendar.Visit() with { Person = person, Course = course });
        Assert.Empty(booked.Reasons);
        calendar.Clinic.Now = At(Monday, 10, 5);
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, first, new Session.Command.Begin(desk.At)));
        Assert.Empty(Waiting(calendar));

        calendar.Clinic.Now = At(Monday, 10, 30);
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, first, new Session.Command.KeepLonger(desk.At, At(Monday, 11, 20))));
        await calendar.Clinic.React();
        var waiting = Assert.Single(Waiting(calendar));
        Assert.Equal((next, true, At(Monday, 11, 20)), (waiting.Next.Id.Value, waiting.SameRoom, waiting.FreeAt));
        Assert.Equal(At(Monday, 10, 50), waiting.First.PlannedTo);
        Assert.StartsWith("Room 4 is kept until 11:20 for somebody who recovers slowly: the session at 11:00 waits.", Assert.Single(Tasks(calendar)), StringComparison.Ordinal);
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, first, new Session.Command.KeepLonger(desk.At, At(Monday, 11, 30))));
        await calendar.Clinic.React();
        Assert.StartsWith("Room 4 is kept until 11:30", Assert.Single(Tasks(calendar)), StringComparison.Ordinal);
        waiting = Assert.Single(Waiting(calendar));
        var held = await calendar.Book(calendar.Place(At(Monday, 10, 55), calendar.Clinic.Nurse, calendar.Clinic.Therapist));
        Assert.Contains(held.Reasons, reason => reason.Code == "calendar.clash");

        WaitingChoices? choices = null;
        await calendar.Clinic.Ask(desk => choices = KeptLonger.Choices(desk, waiting));
        Assert.Equal(At(Monday, 11, 30), choices!.Later!.Place.From);
        Assert.All(choices.Others, free => Assert.NotEqual(At(Monday, 11), free.Place.From));
        await calendar.Clinic.Do(desk =>
        {
            var facts = Booking.Facts(desk, next, Booking.VisitOf(waiting.Next), choices.Later.Place);
            desk.Do(SessionSlice.Slice, next, new Session.Command.Move(choices.Later.Place, facts, "slow recovery"));
        });
        await calendar.Clinic.React();
        Assert.Empty(Waiting(calendar));
        Assert.Empty(Tasks(calendar));
    }

    [Fact]
    public async Task With_other_staff_the_same_time_in_another_room_is_offered()
    {
        await using var calendar = await Open();
        var other = new RoomId(Guid.CreateVersion7());
        await calendar.OfClinic(new DomainClinic.Command.OpenRoom(other, calendar.Clinic.Site, "Room 5", RoomUse.Talking, 1, ApprovedForMedicine: false));
        var colleague = new StaffId(Guid.CreateVersion7());
        await calendar.Of(colleague, new Domain.Staff.StaffMember.Command.Join("Wen", "Lau", "W. Lau", ["therapist"], [calendar.Clinic.Site], "lau@example.test"));
        var (person, course) = await calendar.Begin("Holm");
        var (first, next) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await calendar.Book(first, calendar.Place(At(Monday, 10)), calendar.Visit());
        await calendar.Book(next, calendar.Place(At(Monday, 11), colleague), calendar.Visit() with { Person = person, Course = course });
        calendar.Clinic.Now = At(Monday, 10, 30);
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, first, new Session.Command.Begin(desk.At)));
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, first, new Session.Command.KeepLonger(desk.At, At(Monday, 11, 20))));
        WaitingChoices? choices = null;
        await calendar.Clinic.Ask(desk => choices = KeptLonger.Choices(desk, Assert.Single(Waiting(calendar))));
        Assert.Equal((other, At(Monday, 11)), (choices!.OtherRooms.Single().Place.Room, choices.OtherRooms.Single().Place.From));
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, first, new Session.Command.Hold(desk.At, null)));
        Assert.Empty(Waiting(calendar));
    }

    [Fact]
    public async Task Nobody_is_kept_who_is_not_here_nor_shorter_than_booked_nor_half_a_day()
    {
        await using var calendar = await Open();
        var first = Guid.CreateVersion7();
        await calendar.Book(first, calendar.Place(At(Monday, 10)), calendar.Visit());
        calendar.Clinic.Now = At(Monday, 10, 5);
        Assert.Equal("calendar.not-here", await Refused(calendar, first, At(Monday, 12)));
        await calendar.Clinic.Do(desk => desk.Do(SessionSlice.Slice, first, new Session.Command.Begin(desk.At)));
        Assert.Equal("calendar.kept-already", await Refused(calendar, first, At(Monday, 10, 50)));
        Assert.Equal("calendar.kept-too-long", await Refused(calendar, first, At(Monday, 23)));
    }

    private static async Task<string?> Refused(CalendarClinic calendar, Guid session, DateTimeOffset until) =>
        await calendar.Clinic.Ask(desk => desk.Do(SessionSlice.Slice, session, new Session.Command.KeepLonger(desk.At, until))) is Outcome.Refused refused ? refused.Reasons[0].Code : null;

    private static IReadOnlyList<KeptWaiting> Waiting(CalendarClinic calendar) => calendar.Clinic.Read(records => KeptLonger.All(records, calendar.Clinic.Runner.Programmes, calendar.Clinic.Now));

    private static IReadOnlyList<string> Tasks(CalendarClinic calendar) =>
        calendar.Clinic.Read(records => records.All<string>("select words from task where kind = 'kept-waiting' and state in ('open', 'taken')"));
}
