using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Calendar.Series;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Inquiries;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Waiting;

namespace Sojourn.Clinic.Waiting;

/// <summary>Somebody who fits a time that has become free.</summary>
/// <param name="Place">Where and when they would come.</param>
/// <param name="Why">Why they fit, in words.</param>
public sealed record Fit(WaitingRow Row, Place Place, IReadOnlyList<string> Why, OfferRow? Offer);

/// <summary>The waiting list, with the facts that each step needs.</summary>
public static class WaitingDesk
{
    public static void Put(Desk desk, WaitingId id, Wish wish) => desk.Do(WaitingSlice.Slice, id.Value, new WaitingPlace.Command.Put(
        wish,
        desk.Records.Any(
            "select 1 from waiting where state = 'open' and kind = @kind and coalesce(type, '') = @type and coalesce(course_id, inquiry_id) = coalesce(@course, @inquiry)",
            new { kind = Columns.Word(wish.Kind), type = wish.Type ?? "", course = wish.Course?.Value.ToString("D"), inquiry = wish.Inquiry?.Value.ToString("D") })));

    /// <summary>Those on the list whom the time fits: the same kind, their own people, the room, and every rule of a booking. Who waits longest stands first.</summary>
    public static IReadOnlyList<Fit> Fitting(Desk desk, SessionRow slot)
    {
        var offers = WaitingRecords.Offers(desk.Records, slot.Id.Value);
        return
        [
            .. WaitingRecords.Open(desk.Records).Where(row => row.Kind == slot.Kind && offers.All(offer => offer.WaitingId != row.Id || offer.What != "passed"))
                .Select(row => Of(desk, slot, row) is { } fit ? fit with { Offer = offers.FirstOrDefault(offer => offer.WaitingId == row.Id) } : null).OfType<Fit>(),
        ];
    }

    /// <summary>Gives the time to somebody: their booked session moves there, or a new one is booked.</summary>
    public static void Refill(Desk desk, Guid slotId, WaitingId id)
    {
        if (SessionRecords.One(desk.Records, slotId) is not { State: "cancelled", FromAt: not null } slot || WaitingRecords.One(desk.Records, id.Value) is not { } row)
        {
            desk.Refuse("waiting.no-slot", "This time is not free any more.");
            return;
        }

        if (PlaceOf(desk, slot, row) is not { } place)
        {
            desk.Refuse("waiting.does-not-fit", "This time does not fit them any more.");
            return;
        }

        var visit = VisitOf(desk, slot, row, place);
        var session = row.InsteadId ?? new SessionId(DerivedId.From("waiting-refill", row.Id.Value));
        var facts = Booking.Facts(desk, session.Value, visit, place);
        if (row.InsteadId is not null)
        {
            desk.Do(SessionSlice.Slice, session.Value, new Session.Command.Move(place, facts, "An earlier time became free."));
            Partners.Follow(desk, session.Value, "An earlier time became free.");
        }
        else if (desk.Do(SessionSlice.Slice, session.Value, new Session.Command.Book(visit, place, facts, null)) && row.InquiryId is { } inquiry)
        {
            desk.Do(InquirySlice.Slice, inquiry.Value, new Inquiry.Command.BookCall(session));
        }

        desk.Do(WaitingSlice.Slice, id.Value, new WaitingPlace.Command.Refill(slot.Id, session));
    }

    private static Fit? Of(Desk desk, SessionRow slot, WaitingRow row)
    {
        var from = slot.FromAt!.Value;
        var local = TimeZoneInfo.ConvertTime(from, ClinicDay.Zone(desk.Records)).DateTime;
        if (from <= desk.At || row.InsteadAt <= from || (slot.CourseId is not null && slot.CourseId == row.CourseId) || !WaitingPlace.Suits(row.DayList, row.TimeList, local) || PlaceOf(desk, slot, row) is not { } place)
        {
            return null;
        }

        var visit = VisitOf(desk, slot, row, place);
        var facts = Booking.Facts(desk, row.InsteadId?.Value ?? Guid.Empty, visit, place);
        if (Session.Decide(new Session.Command.Book(visit, place, facts, null), Session.State.Initial) is not Decision<Session.Event>.Accepted)
        {
            return null;
        }

        var names = desk.Records.All<string>("select display_name from staff where id in @ids order by display_name", new { ids = place.Staff.Select(staff => staff.Value.ToString("D")).ToArray() });
        return new(
            row,
            place,
            [
                names.Count > 0 ? $"With {string.Join(" and ", names)}" : "Without staff",
                row.DayList.Count + row.TimeList.Count == 0 ? "Any time suits" : "The day and the time suit",
                row.InsteadAt is { } own ? $"{(int)(own - from).TotalDays} days earlier than booked" : "Has no time yet",
            ],
            null);
    }

    /// <summary>The slot's room and people, for as long as their own visit takes; null where the time is too short, their own people are not in it, or it is before the session that theirs follows.</summary>
    private static Place? PlaceOf(Desk desk, SessionRow slot, WaitingRow row)
    {
        var staff = desk.Records.All<StaffId>("select staff_id from session_staff where session_id = @Id", new { slot.Id });
        var type = TypeOf(desk, row);
        if (row.InsteadId is not null && desk.Records.Any(
            "select 1 from session join session as before on before.id = session.follows_id where session.id = @InsteadId and coalesce(before.to_at, before.window_to) > @FromAt", new { row.InsteadId, slot.FromAt }))
        {
            return null;
        }

        var own = row.InsteadId is { } instead
            ? desk.Records.All<StaffId>("select staff_id from session_staff where session_id = @instead", new { instead })
            : row.CourseId is { } course && type is { } known ? Team(desk, course, known) : [];
        var minutes = row.InsteadId is not null && SessionRecords.One(desk.Records, row.InsteadId.Value.Value) is { FromAt: { } from, ToAt: { } to } ? (to - from).TotalMinutes
            : type?.Minutes.Usual ?? CallSlots.Length.TotalMinutes;
        return own.All(staff.Contains) && slot.FromAt!.Value.AddMinutes(minutes) <= slot.ToAt!.Value.AddMinutes(1)
            ? new Place(slot.SiteId, slot.RoomId, slot.FromAt.Value, slot.FromAt.Value.AddMinutes(minutes), own.Count > 0 ? own : staff)
            : null;
    }

    private static Visit VisitOf(Desk desk, SessionRow slot, WaitingRow row, Place place)
    {
        if (row.InsteadId is { } instead && SessionRecords.One(desk.Records, instead.Value) is { } booked)
        {
            return Booking.VisitOf(booked);
        }

        var kind = Columns.Choice<SessionKind>(row.Kind);
        var number = row.CourseId is null ? (int?)null : desk.Records.Value<int>("select count(*) from session where course_id = @CourseId and type = @Type and state <> 'cancelled'", new { row.CourseId, row.Type }) + 1;
        var follows = kind == SessionKind.Integration
            ? desk.Records.One<SessionRow>("select * from session where course_id = @CourseId and kind = 'medicine' and state in ('booked', 'arrived', 'running', 'held') and from_at < @From order by from_at desc limit 1", new { row.CourseId, place.From })?.Id
            : null;
        return new Visit(kind, row.Type, row.PersonId, row.InquiryId, row.CourseId, number, follows) { Format = slot.Type == row.Type ? Formats.Of(slot.Format) : null };
    }

    private static SessionType? TypeOf(Desk desk, WaitingRow row) => row is { ProgrammeId: { } programme, Type: { } type } ? desk.Programmes.Find(programme, row.ProgrammeVersion)?.Session(type) : null;

    /// <summary>Those of the course's team whom the session needs in the room.</summary>
    private static List<StaffId> Team(Desk desk, CourseId course, SessionType type)
    {
        var row = Courses.CourseRecords.One(desk.Records, course);
        return
        [
            .. type.Staff.Where(need => need.Place == StaffPlace.InRoom)
                .Select(need => need.Role switch { Roles.Therapist => row?.TherapistId, Roles.Prescriber => row?.PrescriberId, Roles.Nurse => row?.NurseId, _ => null }).OfType<StaffId>().Distinct(),
        ];
    }
}
