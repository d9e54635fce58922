using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Staff;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>What is free in a range of days, of every room and everybody: hours less closed days, absences, ended credentials and visits with the time they hold a room.</summary>
public sealed class ReadingOpenings
{
    /// <summary>A Monday; the clinic's clocks are eight hours behind UTC.</summary>
    private static readonly DateOnly Monday = new(2027, 1, 4);

    private static readonly RoomId Quiet = new(Guid.CreateVersion7());

    [Fact]
    public async Task A_site_that_states_no_hours_is_offered_at_the_usual_ones_and_everybody_works_then()
    {
        await using var clinic = await Opened();
        var openings = Read(clinic, Monday.AddDays(-1), Monday);
        Assert.Equal([S(Monday, 8, 18)], openings.Rooms.Single().Free.All);
        Assert.All(openings.Staff, member => Assert.Equal([S(Monday, 8, 18)], member.Sites.Single().Free.All));
        Assert.Equal(["nurse"], openings.Staff.Single(member => member.Id == clinic.Nurse).Roles);
    }

    [Fact]
    public async Task Hours_closed_days_absences_and_ended_credentials_take_away()
    {
        await using var clinic = await Opened();
        await clinic.Do(desk =>
        {
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.SetHours(clinic.Site, [new(DayOfWeek.Monday, new(9, 0), new(17, 0)), new(DayOfWeek.Tuesday, new(9, 0), new(17, 0)), new(DayOfWeek.Wednesday, new(9, 0), new(0, 0))]));
            desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.CloseForDays(new(Guid.CreateVersion7()), clinic.Site, Quiet, Monday, Monday, "Painters", Monday));
            desk.Do(StaffSlice.Slice, clinic.Therapist.Value, new StaffMember.Command.SetHours([new(clinic.Site, DayOfWeek.Monday, new(12, 0), new(20, 0))]));
            desk.Do(StaffSlice.Slice, clinic.Nurse.Value, new StaffMember.Command.BeAway(new(Guid.CreateVersion7()), AbsenceKind.Leave, Monday, Monday.AddDays(1), Monday));
            desk.Do(StaffSlice.Slice, clinic.Prescriber.Value, new StaffMember.Command.RecordCredential("physician licence", "P-1", Monday.AddDays(-100), Monday.AddDays(1)));
        });
        var openings = Read(clinic, Monday, Monday.AddDays(2));
        var wednesday = new Span(At(Monday.AddDays(2), 9), At(Monday.AddDays(3), 0));
        Assert.Equal([S(Monday.AddDays(1), 9, 17), wednesday], openings.Rooms.Single().Free.All);
        Assert.Equal([S(Monday, 12, 17)], Free(openings, clinic.Therapist));
        Assert.Equal([wednesday], Free(openings, clinic.Nurse));
        Assert.Equal([S(Monday, 9, 17), S(Monday.AddDays(1), 9, 17)], Free(openings, clinic.Prescriber));
    }

    [Fact]
    public async Task A_visit_holds_its_room_before_and_after_as_the_programme_says_and_its_staff_meanwhile()
    {
        await using var clinic = await Opened();
        var session = new SessionId(Guid.CreateVersion7());
        var person = await clinic.Register();
        var course = new CourseId(Guid.CreateVersion7());
        await clinic.Do(desk =>
        {
            CourseDesk.Open(desk, course, new(person, "solo-depression-standard", clinic.Site, "treatment-resistant-depression", "low", new Team(clinic.Therapist, clinic.Prescriber, clinic.Nurse)));
            desk.Do(SessionSlice.Slice, session.Value, new Session.Command.Book(
                new Visit(SessionKind.Medicine, "medicine-session", person, null, course, 1, null), new Place(clinic.Site, Quiet, At(Monday, 10), At(Monday, 12), [clinic.Therapist]), BookingFacts.Clear, null));
        });
        var held = HeldTime.Of(ClinicAtWork.Programmes.Find("solo-depression-standard")!.SessionsOf(SessionKind.Medicine).First());
        Assert.True(held is { Before: > 0, After: > 0 });
        var openings = Read(clinic, Monday, Monday);
        Assert.Equal([new Span(At(Monday, 8), At(Monday, 10).AddMinutes(-held.Before)), new Span(At(Monday, 12).AddMinutes(held.After), At(Monday, 18))], openings.Rooms.Single().Free.All);
        Assert.Equal([S(Monday, 8, 10), S(Monday, 12, 18)], Free(openings, clinic.Therapist));
        Assert.False(openings.Rooms.Single().Takes(At(Monday, 12), At(Monday, 13)));
        Assert.False(openings.Staff.Single(member => member.Id == clinic.Therapist).Takes(clinic.Site, null, At(Monday, 11), At(Monday, 13)));
        Assert.Equal([S(Monday, 8, 18)], clinic.Read(records => Openings.Between(records, ClinicAtWork.Programmes, Monday, Monday, [session])).Rooms.Single().Free.All);
    }

    [Theory]
    [InlineData(2027, 3, 14, 3)]
    [InlineData(2027, 11, 7, 5)]
    [InlineData(2028, 2, 29, 4)]
    public async Task Nights_on_which_the_clocks_change_are_an_hour_shorter_or_longer(int year, int month, int day, int hours)
    {
        await using var clinic = await Opened();
        var night = new DateOnly(year, month, day);
        await clinic.Do(desk => desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.SetHours(clinic.Site, [new(night.DayOfWeek, new(1, 0), new(5, 0))])));
        Assert.Equal(TimeSpan.FromHours(hours), Read(clinic, night, night).Rooms.Single().Free.All.Select(span => span.To - span.From).Single());
    }

    private static async Task<ClinicAtWork> Opened()
    {
        var clinic = await ClinicAtWork.Open();
        await clinic.Do(desk => desk.Do(ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenRoom(Quiet, clinic.Site, "Quiet room", RoomUse.Medicine, 1, ApprovedForMedicine: true)));
        return clinic;
    }

    private static Openings Read(ClinicAtWork clinic, DateOnly first, DateOnly last) => clinic.Read(records => Openings.Between(records, ClinicAtWork.Programmes, first, last));

    private static IReadOnlyList<Span> Free(Openings openings, StaffId id) => openings.Staff.Single(member => member.Id == id).Sites.Single().Free.All;

    private static Span S(DateOnly day, int from, int to) => new(At(day, from), At(day, to));

    private static DateTimeOffset At(DateOnly day, int hour) => ClinicDay.Instant(TimeZoneInfo.FindSystemTimeZoneById("America/Vancouver"), day, new TimeOnly(hour, 0));
}
