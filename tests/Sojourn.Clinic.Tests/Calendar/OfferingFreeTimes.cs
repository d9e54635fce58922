using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Staff;
using static Sojourn.Clinic.Tests.Calendar.CalendarClinic;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>A time that is refused comes back with the nearest ones that can be booked.</summary>
public sealed class OfferingFreeTimes
{
    [Fact]
    public async Task The_same_people_on_the_same_day_come_first_and_no_two_offers_are_at_the_same_time()
    {
        await using var calendar = await Open();
        var (other, course) = await calendar.Begin("Holm");
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 10)), Talk(other, course))).Reasons);
        var (reasons, free) = await calendar.Book(calendar.Place(At(Monday, 10)));
        Assert.Equal(["calendar.clash"], reasons.Select(reason => reason.Code));
        Assert.Equal([At(Monday, 9), At(Monday, 11), At(Monday, 12)], free.Select(offer => offer.Place.From));
        Assert.All(free, offer => Assert.Equal((calendar.Room, "Tara Test"), (offer.Place.Room!.Value, Assert.Single(offer.StaffNames))));
    }

    [Fact]
    public async Task A_colleague_of_the_same_role_and_another_room_of_the_same_kind_are_offered_at_the_same_hour()
    {
        await using var calendar = await Open();
        var colleague = new StaffId(Guid.CreateVersion7());
        await calendar.Of(colleague, new StaffMember.Command.Join("Wen", "Lau", "W. Lau", ["therapist"], [calendar.Clinic.Site], "lau@example.test"));
        await calendar.OfClinic(new DomainClinic.Command.OpenRoom(new(Guid.CreateVersion7()), calendar.Clinic.Site, "Room 5", RoomUse.Talking, 1, ApprovedForMedicine: false));
        await calendar.Of(calendar.Clinic.Therapist, new StaffMember.Command.BeAway(new(Guid.CreateVersion7()), AbsenceKind.Leave, Monday, Monday.AddDays(20), Monday));
        var (other, course) = await calendar.Begin("Holm");
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 12), colleague) with { Room = null }, Talk(other, course))).Reasons);
        var (_, free) = await calendar.Book(calendar.Place(At(Monday, 10)));
        Assert.All(free, offer => Assert.Equal(["W. Lau"], offer.StaffNames));
        Assert.Contains(free, offer => offer.Place.From == At(Monday, 10));
        Assert.DoesNotContain(free, offer => offer.Place.From == At(Monday, 12));
        Assert.Equal(FreeTimes.Most, free.Count);
    }

    [Fact]
    public async Task What_is_offered_can_be_booked_as_it_is()
    {
        await using var calendar = await Open();
        var (other, course) = await calendar.Begin("Holm");
        await calendar.Book(calendar.Place(At(Monday, 10)), Talk(other, course));
        var (_, free) = await calendar.Book(calendar.Place(At(Monday, 10)));
        Assert.Equal(FreeTimes.Most, free.Count);
        foreach (var offer in free)
        {
            Assert.Empty((await calendar.Book(offer.Place)).Reasons);
        }
    }

    [Fact]
    public async Task Nothing_is_offered_for_what_no_other_time_would_mend()
    {
        await using var calendar = await Open();
        var room = new RoomId(Guid.CreateVersion7());
        await calendar.OfClinic(new DomainClinic.Command.OpenRoom(room, calendar.Clinic.Site, "Room 2", RoomUse.Medicine, 1, ApprovedForMedicine: true));
        var day = calendar.Place(At(Monday, 9), calendar.Clinic.Therapist, calendar.Clinic.Nurse) with { Room = room, To = At(Monday, 16) };
        Assert.Empty((await calendar.Book(day, calendar.Visit("medicine-day", SessionKind.Medicine))).Free);
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 10)) with { To = At(Monday, 9) })).Free);
    }

    [Fact]
    public async Task Of_a_hundred_who_want_ten_slots_at_once_ten_get_one_and_ninety_the_next_best()
    {
        await using var calendar = await Open();
        var people = new List<(PersonId Person, CourseId Course)>();
        for (var i = 0; i < 100; i++)
        {
            people.Add(await calendar.Begin($"Ruiz {(char)('A' + (i / 10))}{(char)('A' + (i % 10))}"));
        }

        var slots = Enumerable.Range(0, 10).Select(i => At(Monday.AddDays(i / 5), 9 + i % 5)).ToList();
        var answers = await Task.WhenAll(people.Select((one, i) => Task.Run(() => calendar.Book(calendar.Place(slots[i % 10]), Talk(one.Person, one.Course)))));
        Assert.Equal(10, answers.Count(answer => answer.Reasons.Count == 0));
        var refused = answers.Where(answer => answer.Reasons.Count > 0).ToList();
        Assert.All(refused, answer =>
        {
            Assert.All(answer.Reasons, reason => Assert.Equal("calendar.clash", reason.Code));
            Assert.Equal(FreeTimes.Most, answer.Free.Count);
        });
        var booked = calendar.Clinic.Read(records => SessionRecords.Between(records, At(Monday, 0), At(Monday.AddDays(14), 0)));
        Assert.Equal(slots.Order(), booked.Select(row => row.FromAt!.Value));
        Assert.All(booked.Zip(booked.Skip(1)), two => Assert.True(two.First.ToAt <= two.Second.FromAt));
    }

    private static Visit Talk(PersonId person, CourseId course) => new(SessionKind.Preparation, "preparation", person, null, course, 1, null);
}
