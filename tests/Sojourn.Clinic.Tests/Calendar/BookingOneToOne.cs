using Sojourn.Clinic.Calendar;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Clinic.Tests.Calendar.CalendarClinic;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>A full day can be one to one, with the room to oneself, or in a group, with a chair of it.</summary>
public sealed class BookingOneToOne
{
    [Fact]
    public async Task R_51_One_to_one_takes_the_whole_room_whatever_its_chairs()
    {
        await using var calendar = await Open();
        var day = await Day.Of(calendar);
        await day.Sits("Holm", SessionFormat.Individual);
        foreach (var format in new[] { SessionFormat.Group, SessionFormat.Individual })
        {
            var (reasons, free) = await calendar.Book(day.Place, day.Visit(format));
            Assert.StartsWith("The room is taken by Holm, 04-Jan 09:00–16:00.", Assert.Single(reasons, reason => reason.Code == "calendar.clash").Sentence, StringComparison.Ordinal);
            Assert.DoesNotContain(free, one => one.Place.Room == day.Room && one.Place.From < At(Monday.AddDays(1), 0));
        }
    }

    [Fact]
    public async Task R_51_Nobody_is_one_to_one_in_a_room_where_a_group_sits()
    {
        await using var calendar = await Open();
        var day = await Day.Of(calendar);
        await day.Sits("Holm", SessionFormat.Group);
        Assert.DoesNotContain((await calendar.Book(day.Place, day.Visit(SessionFormat.Group))).Reasons, reason => reason.Code == "calendar.clash");
        var (reasons, _) = await calendar.Book(day.Place, day.Visit(SessionFormat.Individual));
        Assert.StartsWith("The room is taken by Holm", Assert.Single(reasons, reason => reason.Code == "calendar.clash").Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task R_50_A_group_holds_no_more_people_than_its_programme_says_however_many_chairs()
    {
        await using var calendar = await Open();
        var day = await Day.Of(calendar, chairs: 10);
        foreach (var family in new[] { "Holm", "Costa", "Walsh", "Berg", "Ito" })
        {
            await day.Sits(family, SessionFormat.Group);
        }

        Assert.DoesNotContain((await calendar.Book(day.Place, day.Visit(SessionFormat.Group))).Reasons, reason => reason.Code == "calendar.group-full");
        await day.Sits("Novak", SessionFormat.Group);
        var (reasons, _) = await calendar.Book(day.Place, day.Visit(SessionFormat.Group));
        Assert.Equal("This group is full: 6 of at most 6 people. Choose another day or room.", Assert.Single(reasons, reason => reason.Code == "calendar.group-full").Sentence);
    }

    [Fact]
    public async Task R_50_A_group_does_not_go_into_a_room_with_too_few_chairs()
    {
        await using var calendar = await Open();
        var day = await Day.Of(calendar, chairs: 2);
        Assert.Equal(
            "Long room has 2 chairs, and a group is at least 3 people. Choose a room with more.",
            Assert.Single((await calendar.Book(day.Place, day.Visit(SessionFormat.Group))).Reasons, reason => reason.Code == "calendar.room-too-small").Sentence);
        Assert.DoesNotContain((await calendar.Book(day.Place, day.Visit(SessionFormat.Individual))).Reasons, reason => reason.Code == "calendar.room-too-small");
    }

    [Fact]
    public async Task R_51_Changed_to_a_group_the_other_chairs_are_free_and_the_way_back_is_shut_while_somebody_sits_there()
    {
        await using var calendar = await Open();
        var day = await Day.Of(calendar);
        var first = await day.Sits("Holm", SessionFormat.Individual);
        Assert.Empty(await day.Change(first, SessionFormat.Group));
        Assert.Equal(("group", "individual"), day.FormatsOf(first));
        await day.Sits("Costa", SessionFormat.Group, asked: true);
        var refused = await day.Change(first, SessionFormat.Individual);
        Assert.StartsWith("The room is taken by Costa", Assert.Single(refused).Sentence, StringComparison.Ordinal);
        Assert.Equal(("group", "individual"), day.FormatsOf(first));
    }

    [Fact]
    public async Task R_51_Openings_show_a_room_that_is_kept_whole_as_taken_and_one_with_a_free_chair_as_used()
    {
        await using var calendar = await Open();
        var day = await Day.Of(calendar);
        await day.Sits("Holm", SessionFormat.Group);
        Assert.Equal((true, false), day.Takes());
        await day.Sits("Costa", SessionFormat.Individual, Monday.AddDays(1));
        Assert.Equal((false, false), day.Takes(Monday.AddDays(1)));
        Assert.Equal((true, true), day.Takes(Monday.AddDays(2)));
    }

    /// <summary>A long room for medicine on a Monday from nine to four, and who sits in it.</summary>
    private sealed class Day(CalendarClinic calendar, RoomId room)
    {
        internal RoomId Room => room;

        internal Place Place => new(calendar.Clinic.Site, room, At(Monday, 9), At(Monday, 16), [calendar.Clinic.Therapist, calendar.Clinic.Nurse]);

        internal static async Task<Day> Of(CalendarClinic calendar, int chairs = 6)
        {
            var room = new RoomId(Guid.CreateVersion7());
            await calendar.OfClinic(new DomainClinic.Command.OpenRoom(room, calendar.Clinic.Site, "Long room", RoomUse.Medicine, chairs, ApprovedForMedicine: true));
            return new Day(calendar, room);
        }

        internal Visit Visit(SessionFormat format) => calendar.Visit("medicine-day", SessionKind.Medicine) with { Format = format };

        /// <param name="asked">The room and its hours are asked, as a booking does; what the person still misses is not.</param>
        internal async Task<Guid> Sits(string family, SessionFormat format, DateOnly? on = null, bool asked = false)
        {
            var (person, course) = await calendar.Begin(family);
            var visit = new Visit(SessionKind.Medicine, "medicine-day", person, null, course, 1, null) { Format = format };
            var place = on is { } other ? Place with { From = At(other, 9), To = At(other, 16) } : Place;
            var session = Guid.CreateVersion7();
            await calendar.Clinic.Do(desk => desk.Do(
                SessionSlice.Slice, session, new Session.Command.Book(visit, place, asked ? Booking.Facts(desk, session, visit, place) with { Missing = [], SpacingTroubles = [] } : BookingFacts.Clear, null)));
            return session;
        }

        internal async Task<IReadOnlyList<Refusal>> Change(Guid session, SessionFormat format)
        {
            var outcome = await calendar.Clinic.Ask(desk =>
            {
                var visit = Booking.VisitOf(SessionRecords.One(desk.Records, session)!) with { Format = format };
                desk.Do(SessionSlice.Slice, session, new Session.Command.Move(Place, Booking.Facts(desk, session, visit, Place) with { Missing = [], SpacingTroubles = [] }, "They asked.", format));
            });
            return outcome is Clinic.Running.Outcome.Refused refused ? refused.Reasons : [];
        }

        internal (string? Now, string? Was) FormatsOf(Guid session)
        {
            using var records = calendar.Clinic.Runner.Read();
            var row = SessionRecords.One(records, session)!;
            return (row.Format, row.WasFormat);
        }

        /// <summary>Whether somebody of a group, and somebody one to one, would find a place from nine to four.</summary>
        internal (bool Group, bool Individual) Takes(DateOnly? on = null)
        {
            var day = on ?? Monday;
            using var records = calendar.Clinic.Runner.Read();
            var opening = Openings.Between(records, calendar.Clinic.Runner.Programmes, day, day).Rooms.Single(one => one.Id == room);
            return (opening.Takes(At(day, 9), At(day, 16), default, SessionFormat.Group), opening.Takes(At(day, 9), At(day, 16), default, SessionFormat.Individual));
        }
    }
}
