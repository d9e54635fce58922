using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>Gathers what the calendar must know before it books, inside the writer's transaction, so that two browsers cannot both win.</summary>
public static class Booking
{
    private sealed record CourseRow
    {
        public string ProgrammeId { get; init; } = "";

        public int ProgrammeVersion { get; init; }

        public string State { get; init; } = "";
    }

    /// <param name="desk">The writer's desk.</param>
    /// <param name="self">The session that is booked or moved; it never clashes with itself.</param>
    /// <param name="visit">Who comes, and what for.</param>
    /// <param name="place">Where, when and with whom.</param>
    public static BookingFacts Facts(Desk desk, Guid self, Visit visit, Place place)
    {
        var records = desk.Records;
        if (Duplicates.WhyClosed(records, visit.Person) is { } closed)
        {
            desk.Refuse([closed]);
        }

        var programme = ProgrammeOf(desk, visit);
        return new BookingFacts(
            Clashes.Of(desk, self, visit, place, TypeOf(programme, visit)),
            visit.Kind == SessionKind.Medicine ? Missing(desk, self, visit, place, programme) : [],
            RoomTroubles(records, visit, place, TypeOf(programme, visit)),
            programme is { } p && visit.Type is { } type && p.Session(type) is { } kind ? new Bounds<int>(kind.Minutes.Least, kind.Minutes.Most) : null,
            visit.Kind == SessionKind.Medicine && programme is not null ? Spacing(records, self, visit, place, programme) : [])
        {
            OpeningTroubles = OpeningRules.Troubles(desk, self, visit, place, TypeOf(programme, visit)),
        };
    }

    /// <summary>The visit of a session that is there already.</summary>
    public static Visit VisitOf(SessionRow row) =>
        new(Columns.Choice<SessionKind>(row.Kind), row.Type, row.PersonId, row.InquiryId, row.CourseId, row.Number, row.FollowsId) { Format = Formats.Of(row.Format) };

    private static SessionType? TypeOf(Programme? programme, Visit visit) => visit.Type is { } type ? programme?.Session(type) : null;

    private static Programme? ProgrammeOf(Desk desk, Visit visit) =>
        visit.Course is { } course && desk.Records.One<CourseRow>("select programme_id, programme_version, state from course where id = @course", new { course }) is { } row
            ? desk.Programmes.Find(row.ProgrammeId, row.ProgrammeVersion)
            : null;

    private static IReadOnlyList<Refusal> Missing(Desk desk, Guid self, Visit visit, Place place, Programme? programme)
    {
        if (visit.Course is not { } course)
        {
            return NoCourse(visit);
        }

        var standing = Standing.BeforeBooking(desk.Records, desk.Programmes, course, place.From, desk.Instruments);
        var boosters = programme is null ? [] : BoosterRule.BeforeBooking(desk.Records, programme, course, self, place.From);
        return [.. standing, .. boosters.Where(booster => standing.All(reason => reason.Code != booster.Code))];
    }

    private static IReadOnlyList<Refusal> NoCourse(Visit visit) =>
        [new("calendar.no-course", "A medicine session belongs to a course. Open a course for this person first.", visit.Person is { } person ? new("Open a course", $"people/{person.Value}/courses/new") : null)];

    private static List<Refusal> RoomTroubles(Records records, Visit visit, Place place, SessionType? type)
    {
        if (place.Room is not { } id)
        {
            return [];
        }

        var room = SessionRecords.Rooms(records).FirstOrDefault(r => r.Id == id);
        return room switch
        {
            null => [new("calendar.no-such-room", "That room is closed, or not of this clinic. Choose another.", Field: "room")],
            { Approved: false } when visit.Kind == SessionKind.Medicine => [new("calendar.room-not-approved", $"{room.Name} is not approved for medicine. Choose a medicine room.", Field: "room")],
            _ when visit.Format == SessionFormat.Group && type?.GroupSize is { Least: var least } && room.Chairs < least =>
                [new("calendar.room-too-small", $"{room.Name} has {(room.Chairs == 1 ? "one chair" : $"{room.Chairs} chairs")}, and a group is at least {least} people. Choose a room with more.", Field: "room")],
            _ when room.SiteId != place.Site => [new("calendar.other-site", $"{room.Name} is at {room.SiteName}. Choose a room of the site.", Field: "room")],
            _ => [],
        };
    }

    /// <summary>Hours between medicine sessions, and therapy near them where the programme blocks without.</summary>
    private static List<Refusal> Spacing(Records records, Guid self, Visit visit, Place place, Programme programme)
    {
        var reasons = new List<Refusal>();
        var least = programme.Dosing.Count > 0 ? programme.Dosing.Max(d => d.LeastHoursBetween.Value) : 0;
        var near = records.Value<string>(
            """
            select from_at from session
            where id <> @self and person_id = @Person and kind = 'medicine' and state in ('booked', 'arrived', 'running', 'held') and from_at > @early and from_at < @late
            order by from_at limit 1
            """,
            new { self, visit.Person, early = place.From.AddHours(-least), late = place.From.AddHours(least) });
        if (near is not null)
        {
            reasons.Add(new("calendar.too-near", $"There is another medicine session within {least} hours. This programme keeps {least} hours between two.", Field: "date"));
        }

        reasons.AddRange(PhaseWindow.Objections(records, self, visit, place, programme));
        if (programme.TherapyGap is { Rule: GapRule.Block } gap && visit.Course is { } course && !TherapyBeside.IsThere(records, course, place.From, gap))
        {
            reasons.Add(new("calendar.no-therapy-near", TherapyBeside.Missing(gap), new("Book therapy", TherapyBeside.BookAt(course, gap))));
        }

        return reasons;
    }
}
