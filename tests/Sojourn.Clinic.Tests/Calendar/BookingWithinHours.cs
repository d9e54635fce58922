using Sojourn.Domain.Calendar;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Staff;
using static Sojourn.Clinic.Tests.Calendar.CalendarClinic;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>A booking respects opening hours, closed days, working hours, absences, credentials, roles and the time that a room is held.</summary>
public sealed class BookingWithinHours
{
    private static readonly DateOnly Sunday = Monday.AddDays(-1);

    [Fact]
    public async Task Where_no_hours_are_stated_any_time_can_be_booked()
    {
        await using var calendar = await Open();
        Assert.Empty((await calendar.Book(calendar.Place(At(Sunday, 5)))).Reasons);
    }

    [Fact]
    public async Task A_site_is_not_booked_outside_its_hours_and_says_when_it_is_open()
    {
        await using var calendar = await Open();
        await calendar.OfClinic(new DomainClinic.Command.SetHours(calendar.Clinic.Site, [new(DayOfWeek.Monday, new(9, 0), new(12, 0)), new(DayOfWeek.Monday, new(13, 0), new(0, 0))]));
        await Refused(calendar, calendar.Place(At(Sunday, 10)), "calendar.site-closed", "Harbour is closed on Sundays. Choose another day.");
        await Refused(calendar, calendar.Place(At(Monday, 11, 30)), "calendar.site-closed", "Harbour is open 09:00–12:00 and 13:00–24:00 on Mondays. Choose a time within.");
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 23, 10)))).Reasons);
    }

    [Fact]
    public async Task A_room_that_is_closed_for_days_says_why_and_opens_after_all()
    {
        await using var calendar = await Open();
        var days = new ClosedDaysId(Guid.CreateVersion7());
        await calendar.OfClinic(new DomainClinic.Command.CloseForDays(days, calendar.Clinic.Site, calendar.Room, Monday, Monday.AddDays(6), "burst pipe", Monday));
        await Refused(calendar, calendar.Place(At(Monday, 10)), "calendar.room-closed", "Room 4 is closed from 4-Jan-2027 to 10-Jan-2027: burst pipe. Choose another room or day.");
        await calendar.OfClinic(new DomainClinic.Command.OpenAfterAll(days));
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 10)))).Reasons);
    }

    [Fact]
    public async Task Somebody_is_not_booked_when_they_do_not_work_or_are_away()
    {
        await using var calendar = await Open();
        var therapist = calendar.Clinic.Therapist;
        await calendar.Of(therapist, new StaffMember.Command.SetHours([new(calendar.Clinic.Site, DayOfWeek.Monday, new(9, 0), new(15, 0))]));
        await Refused(calendar, calendar.Place(At(Sunday, 10)), "calendar.staff-hours", "Tara Test does not work on Sundays. Choose another day or somebody else.");
        await Refused(calendar, calendar.Place(At(Monday, 14, 30)), "calendar.staff-hours", "Tara Test works 09:00–15:00 on Mondays. Choose a time within, or somebody else.");
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 14)))).Reasons);
        await calendar.Of(therapist, new StaffMember.Command.BeAway(new(Guid.CreateVersion7()), AbsenceKind.Leave, Monday.AddDays(7), Monday.AddDays(7), Monday));
        await Refused(calendar, calendar.Place(At(Monday.AddDays(7), 10)), "calendar.staff-away", "Tara Test is away on 11-Jan-2027. Choose another day or somebody else.");
    }

    [Fact]
    public async Task Hours_at_one_site_are_none_at_another()
    {
        await using var calendar = await Open();
        var elm = new SiteId(Guid.CreateVersion7());
        await calendar.OfClinic(new DomainClinic.Command.OpenSite(elm, "Elm", "", "", ""));
        await calendar.Of(calendar.Clinic.Therapist, new StaffMember.Command.SetHours([new(elm, DayOfWeek.Monday, new(9, 0), new(15, 0))]));
        await Refused(calendar, calendar.Place(At(Monday, 10)), "calendar.staff-hours", "Tara Test works at another site on Mondays. Choose another day or somebody else.");
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 10)) with { Room = null })).Reasons);
    }

    [Fact]
    public async Task Nobody_is_booked_beyond_the_last_day_of_a_credential()
    {
        await using var calendar = await Open();
        await calendar.Of(calendar.Clinic.Therapist, new StaffMember.Command.RecordCredential("KAP training", "K-1", Monday.AddDays(-400), Monday));
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 10)))).Reasons);
        var (reasons, _) = await calendar.Book(calendar.Place(At(Monday.AddDays(1), 10)));
        Assert.Equal("settings/staff/" + calendar.Clinic.Therapist.Value, Assert.Single(reasons, reason => reason.Code == "calendar.staff-credential").Remedy!.Resource);
    }

    [Fact]
    public async Task Those_who_are_named_hold_the_roles_that_the_session_needs()
    {
        await using var calendar = await Open();
        await Refused(calendar, calendar.Place(At(Monday, 10), calendar.Clinic.Nurse), "calendar.staff-missing", "This session needs a therapist in the room. Choose who comes.");
    }

    [Fact]
    public async Task A_group_needs_as_many_of_a_role_as_its_programme_says_for_everybody_there()
    {
        await using var calendar = await Open();
        var clinic = calendar.Clinic;
        var room = new RoomId(Guid.CreateVersion7());
        await calendar.OfClinic(new DomainClinic.Command.OpenRoom(room, clinic.Site, "Long room", RoomUse.Medicine, 6, ApprovedForMedicine: true));
        var place = new Place(clinic.Site, room, At(Monday, 9), At(Monday, 16), [clinic.Therapist, clinic.Nurse]);
        foreach (var family in new[] { "Holm", "Costa", "Walsh" })
        {
            var (person, course) = await calendar.Begin(family);
            var visit = new Visit(SessionKind.Medicine, "medicine-day", person, null, course, 1, null);
            await clinic.Do(desk => desk.Do(Sojourn.Clinic.Calendar.SessionSlice.Slice, Guid.CreateVersion7(), new Session.Command.Book(visit, place, BookingFacts.Clear, null)));
        }

        var (reasons, _) = await calendar.Book(place, calendar.Visit("medicine-day", SessionKind.Medicine));
        Assert.Equal("For 4 people at once this session needs 2 of role therapist in the room; one is named. Choose one more, or another time.", Assert.Single(reasons, reason => reason.Code == "calendar.staff-missing").Sentence);
        Assert.DoesNotContain(reasons, reason => reason.Code is "calendar.clash" or "calendar.nobody-on-site");
    }

    [Fact]
    public async Task Medicine_needs_the_role_on_site_too()
    {
        await using var calendar = await Open();
        await calendar.Of(calendar.Clinic.Prescriber, new StaffMember.Command.BeAway(new(Guid.CreateVersion7()), AbsenceKind.Training, Monday, Monday, Monday));
        var (reasons, _) = await calendar.Book(calendar.Place(At(Monday, 9), calendar.Clinic.Therapist, calendar.Clinic.Nurse), calendar.Visit("medicine-day", SessionKind.Medicine));
        Assert.Contains(reasons, reason => reason.Code == "calendar.nobody-on-site");
    }

    [Fact]
    public async Task A_room_is_held_before_and_after_medicine()
    {
        await using var calendar = await Open();
        var clinic = calendar.Clinic;
        var visit = calendar.Visit("medicine-day", SessionKind.Medicine);
        var place = calendar.Place(At(Monday, 9)) with { To = At(Monday, 14) };
        await clinic.Do(desk => desk.Do(Sojourn.Clinic.Calendar.SessionSlice.Slice, Guid.CreateVersion7(), new Session.Command.Book(visit, place, BookingFacts.Clear, null)));
        var (other, course) = await calendar.Begin("Holm");
        var talk = new Visit(SessionKind.Preparation, "preparation", other, null, course, 1, null);
        var (reasons, _) = await calendar.Book(calendar.Place(At(Monday, 14, 15)), talk);
        Assert.StartsWith("The room is held for Ruiz 08:30–14:30", Assert.Single(reasons).Sentence, StringComparison.Ordinal);
        Assert.Empty((await calendar.Book(calendar.Place(At(Monday, 14, 30)), talk)).Reasons);
    }

    private static async Task Refused(CalendarClinic calendar, Place place, string code, string sentence) =>
        Assert.Equal((code, sentence), (await calendar.Book(place)).Reasons.Select(reason => (reason.Code, reason.Sentence)).Single());
}
