using System.Globalization;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Calendar;

/// <summary>Whether the place is open at a time, and those who are named work then, may do this and are enough.</summary>
internal static class OpeningRules
{
    private sealed record NamedRow
    {
        public Guid Id { get; init; }

        public StaffId? StaffId { get; init; }
    }

    internal static List<Refusal> Troubles(Desk desk, Guid self, Visit visit, Place place, SessionType? type)
    {
        if (place.To <= place.From)
        {
            return [];
        }

        var first = DateOnly.FromDateTime(place.From.UtcDateTime).AddDays(-1);
        var hours = OpenHours.In(desk.Records, first, DateOnly.FromDateTime(place.To.UtcDateTime).AddDays(1));
        var day = hours.DayOf(place.From);
        var everybody = TeamRecords.Everybody(desk.Records);
        var named = everybody.Where(member => place.Staff.Contains(member.Id)).ToList();
        return
        [
            .. Place(desk, hours, place, day),
            .. named.SelectMany(member => Member(desk, hours, place, day, member)),
            .. place.Staff.Count > named.Count ? [new Refusal("calendar.staff-left", "Somebody who is named does not work here any more. Choose somebody else.", Field: "staff")] : Array.Empty<Refusal>(),
            .. type is null ? [] : Enough(desk, self, visit, place, type, named, everybody),
            .. type is { Kind: SessionKind.Medicine } ? OnSite(desk, hours, place, day, type, everybody) : [],
        ];
    }

    private static IEnumerable<Refusal> Place(Desk desk, OpenHours hours, Place place, DateOnly day)
    {
        if (place.Room is not { } room)
        {
            yield break;
        }

        var site = desk.Records.Value<string>("select name from site where id = @Site", new { place.Site }) ?? "The site";
        var week = hours.Week(place.Site);
        if (hours.Closed(place.Site, room, day) is { } closed)
        {
            yield return closed.RoomId is null
                ? new("calendar.site-closed", $"{closed.SiteName} is closed {Days(closed.FromOn, closed.ToOn)}: {closed.Why}. Choose another day.", Field: "date")
                : new("calendar.room-closed", $"{closed.RoomName} is closed {Days(closed.FromOn, closed.ToOn)}: {closed.Why}. Choose another room or day.", Field: "room");
        }
        else if (week.Count > 0 && !Holds(hours, place, day, week))
        {
            var that = week.Where(h => h.Day == day.DayOfWeek).ToList();
            yield return that.Count == 0
                ? new("calendar.site-closed", $"{site} is closed on {day.DayOfWeek}s. Choose another day.", Field: "date")
                : new("calendar.site-closed", $"{site} is open {Of(that)} on {day.DayOfWeek}s. Choose a time within.", Field: "from");
        }
    }

    private static IEnumerable<Refusal> Member(Desk desk, OpenHours hours, Place place, DateOnly day, TeamMember member)
    {
        if (hours.Absence(member.Id, day) is { } away)
        {
            yield return new("calendar.staff-away", $"{member.Name} is away {Days(away.FromOn, away.ToOn)}. Choose another day or somebody else.", Field: "staff");
        }
        else if (NotThen(desk, hours, place, day, member) is { } sentence)
        {
            yield return new("calendar.staff-hours", sentence, Field: "staff");
        }

        foreach (var credential in member.Credentials.Where(credential => credential.ExpiresOn < day))
        {
            yield return new(
                "calendar.staff-credential",
                $"{member.Name}: {credential.Kind} ends on {Date(credential.ExpiresOn)}, before this day. Record its renewal, or choose somebody else.",
                new($"Credentials of {member.Name}", $"settings/staff/{member.Id.Value:D}"),
                "staff");
        }
    }

    private static string? NotThen(Desk desk, OpenHours hours, Place place, DateOnly day, TeamMember member)
    {
        var week = hours.Week(member.Id);
        if (week.Count == 0)
        {
            return place.Room is null || StaffRecords.Sites(desk.Records, member.Id.Value) is not { Count: > 0 } sites || sites.Contains(place.Site.Value)
                ? null
                : $"{member.Name} does not work at this site. Choose somebody who does, or a room where they are.";
        }

        var here = week.Where(stated => place.Room is null || stated.Site == place.Site).Select(stated => stated.Hours).ToList();
        if (Holds(hours, place, day, here))
        {
            return null;
        }

        var that = here.Where(h => h.Day == day.DayOfWeek).ToList();
        return that.Count > 0 ? $"{member.Name} works {Of(that)} on {day.DayOfWeek}s. Choose a time within, or somebody else."
            : week.Any(stated => stated.Hours.Day == day.DayOfWeek) ? $"{member.Name} works at another site on {day.DayOfWeek}s. Choose another day or somebody else."
            : $"{member.Name} does not work on {day.DayOfWeek}s. Choose another day or somebody else.";
    }

    /// <summary>Of those in the room, as many of each role as the programme asks for everybody who is there then, in a group too.</summary>
    private static IEnumerable<Refusal> Enough(Desk desk, Guid self, Visit visit, Place place, SessionType type, IReadOnlyList<TeamMember> named, IReadOnlyList<TeamMember> everybody)
    {
        var group = place.Room is { } room
            ? desk.Records.All<NamedRow>(
                """
                select session.id, session_staff.staff_id from session left join session_staff on session_staff.session_id = session.id
                where session.id <> @self and session.room_id = @room and session.type = @Id and session.from_at < @To and session.to_at > @From and session.state in ('booked', 'arrived', 'running')
                """,
                new { self, room, type.Id, place.From, place.To })
            : [];
        var patients = group.Select(row => row.Id).Distinct().Count() + 1;
        if (visit.Format != SessionFormat.Individual && type.GroupSize is { Most: var most } && patients > most)
        {
            yield return new("calendar.group-full", $"This group is full: {patients - 1} of at most {most} people. Choose another day or room.", Field: "date");
        }

        var there = everybody.Where(member => named.Contains(member) || group.Any(row => row.StaffId == member.Id)).ToList();
        foreach (var need in type.Staff.Where(need => need.Place == StaffPlace.InRoom))
        {
            var (wanted, have) = (need.For(patients), there.Count(member => member.Roles.Contains(need.Role)));
            if (have < wanted)
            {
                var role = need.Role.Replace('-', ' ');
                yield return new(
                    "calendar.staff-missing",
                    patients == 1
                        ? $"This session needs {(wanted == 1 ? $"a {role}" : $"{wanted} of role {role}")} in the room. Choose who comes."
                        : $"For {patients} people at once this session needs {wanted} of role {role} in the room; {(have == 1 ? "one is" : $"{have} are")} named. Choose one more, or another time.",
                    Field: "staff");
            }
        }
    }

    /// <summary>Where the clinic has the role at all, one of them must be at the site then.</summary>
    private static IEnumerable<Refusal> OnSite(Desk desk, OpenHours hours, Place place, DateOnly day, SessionType type, IReadOnlyList<TeamMember> everybody) =>
        from need in type.Staff
        where need.Place == StaffPlace.OnSite
        let able = everybody.Where(member => member.Roles.Contains(need.Role)).ToList()
        where able.Count > 0 && able.All(member => Member(desk, hours, place, day, member).Any())
        select new Refusal("calendar.nobody-on-site", $"No {need.Role.Replace('-', ' ')} is at the site then, and this session needs one nearby. Choose another day or time.", Field: "date");

    private static bool Holds(OpenHours hours, Place place, DateOnly day, IReadOnlyList<DayHours> week) =>
        Spans.Of(hours.On(day, week).Concat(hours.On(day.AddDays(1), week))).Hold(place.From, place.To);

    private static string Of(IEnumerable<DayHours> day) =>
        string.Join(" and ", day.Select(h => string.Create(CultureInfo.InvariantCulture, $"{h.From:HH:mm}–{(h.To == TimeOnly.MinValue ? "24:00" : h.To.ToString("HH:mm", CultureInfo.InvariantCulture))}")));

    private static string Days(DateOnly from, DateOnly to) => from == to ? $"on {Date(from)}" : $"from {Date(from)} to {Date(to)}";

    private static string Date(DateOnly day) => day.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture);
}
