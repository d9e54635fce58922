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
using DomainClinic = Sojourn.Domain.Clinics.Clinic;
using DomainStaff = Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Clinic.Tests.Calendar;

/// <summary>A clinic with a talking room and somebody with an open course; visits are talks to prepare, 50 minutes.</summary>
internal sealed class CalendarClinic(ClinicAtWork clinic, PersonId person, CourseId course, RoomId room) : IAsyncDisposable
{
    internal const string Programme = "rise-chronic-pain";

    /// <summary>A Monday, six weeks ahead; the clinic's clocks are eight hours behind UTC.</summary>
    internal static DateOnly Monday { get; } = new(2027, 1, 4);

    internal ClinicAtWork Clinic => clinic;

    internal PersonId Person => person;

    internal CourseId Course => course;

    internal RoomId Room => room;

    internal static async Task<CalendarClinic> Open()
    {
        var clinic = await ClinicAtWork.Open();
        clinic.Now = At(Monday.AddDays(-3), 9);
        var room = new RoomId(Guid.CreateVersion7());
        var (person, course) = await Begin(clinic, "Ruiz");
        var calendar = new CalendarClinic(clinic, person, course, room);
        await calendar.OfClinic(new DomainClinic.Command.OpenRoom(room, clinic.Site, "Room 4", RoomUse.Talking, 1, ApprovedForMedicine: false));
        return calendar;
    }

    internal static DateTimeOffset At(DateOnly day, int hour, int minute = 0) => ClinicDay.Instant(TimeZoneInfo.FindSystemTimeZoneById("America/Vancouver"), day, new TimeOnly(hour, minute));

    internal Task<(PersonId Person, CourseId Course)> Begin(string family) => Begin(clinic, family);

    internal Task OfClinic(DomainClinic.Command command) => clinic.Do(desk => desk.Do(ClinicSlice.Slice, DomainClinic.Id, command));

    internal Task Of(StaffId member, DomainStaff.Command command) => clinic.Do(desk => desk.Do(StaffSlice.Slice, member.Value, command));

    internal Place Place(DateTimeOffset from, params StaffId[] staff) => new(clinic.Site, room, from, from.AddMinutes(50), staff.Length == 0 ? [clinic.Therapist] : staff);

    internal Visit Visit(string type = "preparation", SessionKind kind = SessionKind.Preparation) => new(kind, type, person, null, course, 1, null);

    /// <summary>Books, or gives the reasons and what is free instead.</summary>
    internal Task<(IReadOnlyList<Refusal> Reasons, IReadOnlyList<FreeTime> Free)> Book(Place place, Visit? visit = null) => Book(Guid.CreateVersion7(), place, visit ?? Visit());

    internal async Task<(IReadOnlyList<Refusal> Reasons, IReadOnlyList<FreeTime> Free)> Book(Guid id, Place place, Visit visit)
    {
        IReadOnlyList<FreeTime> free = [];
        var outcome = await clinic.Ask(desk => free = FreeTimes.Ask(desk, id, visit, place, facts => new Session.Command.Book(visit, place, facts, null)));
        return (outcome is Outcome.Refused refused ? refused.Reasons : [], free);
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    private static async Task<(PersonId Person, CourseId Course)> Begin(ClinicAtWork clinic, string family)
    {
        var person = await clinic.Register(family: family);
        var course = new CourseId(Guid.CreateVersion7());
        await clinic.Do(desk => CourseDesk.Open(desk, course, new(person, Programme, clinic.Site, "crps", "pain", new Team(clinic.Therapist, clinic.Prescriber, clinic.Nurse))));
        return (person, course);
    }
}
