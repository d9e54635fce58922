using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>A time that can be booked instead of one that was refused.</summary>
/// <param name="RoomName">Null for video.</param>
/// <param name="StaffNames">Those who would come.</param>
public sealed record FreeTime(Place Place, string? RoomName, IReadOnlyList<string> StaffNames);

/// <summary>Books, or says what else is free: the nearest days first, on a day the same people first, then the nearest hour.</summary>
public static class FreeTimes
{
    private sealed record TimeRow
    {
        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset ToAt { get; init; }
    }

    /// <summary>How many are offered.</summary>
    public const int Most = 3;

    private const int DaysAround = 14;
    private const int Minutes = 15;

    /// <summary>Where so many places that looked free are refused for other reasons, a time is not what is missing.</summary>
    private const int Patience = 20;

    /// <summary>Asks for a booking or a move with the facts of this moment. When nothing but the calendar refused it, what else could be booked at this moment.</summary>
    /// <param name="command">Book, Settle or Move with these facts.</param>
    public static IReadOnlyList<FreeTime> Ask(Desk desk, Guid id, Visit visit, Place place, Func<BookingFacts, Session.Command> command)
    {
        var facts = Booking.Facts(desk, id, visit, place);
        return !desk.Do(SessionSlice.Slice, id, command(facts)) && desk.Reasons.All(reason => reason.Code.StartsWith("calendar.", StringComparison.Ordinal)) ? Next(desk, id, visit, place) : [];
    }

    /// <summary>Up to three, none at the same time as another; each was asked of the same rules as the booking itself.</summary>
    public static IReadOnlyList<FreeTime> Next(Desk desk, Guid self, Visit visit, Place asked)
    {
        var zone = Clinics.ClinicDay.Zone(desk.Records);
        var day = Day(asked.From, zone);
        var today = Day(desk.At, zone);
        var first = day.AddDays(-DaysAround) < today ? today : day.AddDays(-DaysAround);
        if (asked.To <= asked.From || day.AddDays(DaysAround) < first)
        {
            return [];
        }

        var search = new Search(desk, self, visit, asked, Openings.Between(desk.Records, desk.Programmes, first, day.AddDays(DaysAround), [new SessionId(self)]));
        var offers = new List<FreeTime>();
        var refused = 0;
        foreach (var option in search.Options(zone, day))
        {
            if (offers.Any(offer => option.Place.From < offer.Place.To && option.Place.To > offer.Place.From))
            {
                continue;
            }

            if (Session.Decide(new Session.Command.Book(visit, option.Place, Booking.Facts(desk, self, visit, option.Place), null), Session.State.Initial) is Decision<Session.Event>.Accepted)
            {
                offers.Add(option);
            }
            else
            {
                refused++;
            }

            if (offers.Count == Most || refused == Patience)
            {
                break;
            }
        }

        return [.. offers.OrderBy(offer => offer.Place.From)];
    }

    private static DateOnly Day(DateTimeOffset at, TimeZoneInfo zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, zone).DateTime);

    /// <summary>Rooms of the same kind and the people asked for, or colleagues in the same roles, in memory.</summary>
    private sealed class Search
    {
        private readonly Place asked;
        private readonly DateTimeOffset now;
        private readonly SessionType? type;
        private readonly SessionFormat? format;
        private readonly HeldTime held;
        private readonly IReadOnlyList<RoomOpenings?> rooms;
        private readonly IReadOnlyList<StaffOpenings> staff;
        private readonly Spans person;

        internal Search(Desk desk, Guid self, Visit visit, Place asked, Openings openings)
        {
            this.asked = asked;
            now = desk.At;
            format = visit.Format;
            type = visit.Type is { } id && visit.Course is { } course
                ? CourseRecords.One(desk.Records, course) is { } row ? desk.Programmes.Find(row.ProgrammeId, row.ProgrammeVersion)?.Session(id) : null
                : null;
            held = HeldTime.Of(type);
            staff = openings.Staff;
            var kind = openings.Rooms.FirstOrDefault(room => room.Id == asked.Room)?.Kind ?? (type is { Rooms: [var usual, ..] } ? usual : null);
            rooms = asked.Room is null
                ? [null]
                : [.. openings.Rooms.Where(room => room.Site == asked.Site && room.Kind == kind && (room.Approved || visit.Kind != SessionKind.Medicine)).OrderByDescending(room => room.Id == asked.Room)];
            person = Spans.Of(visit.Person is { } who
                ? desk.Records.All<TimeRow>(
                    "select from_at, to_at from session where person_id = @who and id <> @self and state in ('booked', 'arrived', 'running') and from_at < @To and to_at > @From",
                    new { who, self, openings.From, openings.To }).Select(row => new Span(row.FromAt, row.ToAt))
                : []);
        }

        internal IEnumerable<FreeTime> Options(TimeZoneInfo zone, DateOnly day) =>
            from distance in Enumerable.Range(0, DaysAround + 1)
            from there in distance == 0 ? [day] : new[] { day.AddDays(distance), day.AddDays(-distance) }
            from option in On(zone, there)
            select option;

        /// <summary>On one day: those who were asked for first, then the hour that is nearest to the one asked for.</summary>
        private IEnumerable<FreeTime> On(TimeZoneInfo zone, DateOnly day)
        {
            var wish = Clinics.ClinicDay.Instant(zone, day, TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(asked.From, zone).DateTime));
            var (begins, ends) = (Clinics.ClinicDay.Instant(zone, day, TimeOnly.MinValue), Clinics.ClinicDay.Instant(zone, day.AddDays(1), TimeOnly.MinValue));
            var length = asked.To - asked.From;
            var found = new List<(FreeTime Time, int Others)>();
            for (var at = begins; at < ends; at = at.AddMinutes(Minutes))
            {
                if (at <= now || person.Touch(at, at + length))
                {
                    continue;
                }

                foreach (var room in rooms)
                {
                    if (room?.Takes(at, at + length, held, format) != false && Team(room?.Id, at, at + length) is { } team)
                    {
                        var others = team.Count(member => !asked.Staff.Contains(member.Id));
                        found.Add((new FreeTime(asked with { Room = room?.Id, From = at, To = at + length, Staff = [.. team.Select(member => member.Id)] }, room?.Name, [.. team.Select(member => member.Name)]), others));
                    }
                }
            }

            return found.OrderBy(one => one.Others).ThenBy(one => (one.Time.Place.From - wish).Duration()).ThenByDescending(one => one.Time.Place.From).ThenBy(one => one.Time.Place.Room != asked.Room).Select(one => one.Time);
        }

        /// <summary>Everybody asked for who is free, a colleague of the same role for who is not, and who is missing still; null where nobody can be found.</summary>
        private List<StaffOpenings>? Team(RoomId? room, DateTimeOffset from, DateTimeOffset to)
        {
            var needed = (type?.Staff ?? []).Where(need => need.Place == StaffPlace.InRoom).ToList();
            var team = new List<StaffOpenings>();
            foreach (var member in asked.Staff.Select(id => staff.FirstOrDefault(one => one.Id == id)).OfType<StaffOpenings>())
            {
                var role = needed.Select(need => need.Role).FirstOrDefault(member.Roles.Contains);
                if (member.Takes(asked.Site, room, from, to))
                {
                    team.Add(member);
                }
                else if (role is null || !Add(team, role, room, from, to))
                {
                    return null;
                }
            }

            foreach (var need in needed)
            {
                while (team.Count(member => member.Roles.Contains(need.Role)) < need.AtLeast)
                {
                    if (!Add(team, need.Role, room, from, to))
                    {
                        return null;
                    }
                }
            }

            return team;
        }

        private bool Add(List<StaffOpenings> team, string role, RoomId? room, DateTimeOffset from, DateTimeOffset to)
        {
            if (staff.FirstOrDefault(one => one.Roles.Contains(role) && !team.Contains(one) && !asked.Staff.Contains(one.Id) && one.Takes(asked.Site, room, from, to)) is not { } colleague)
            {
                return false;
            }

            team.Add(colleague);
            return true;
        }
    }
}
