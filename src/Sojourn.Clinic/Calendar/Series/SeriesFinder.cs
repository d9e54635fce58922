using System.Globalization;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Scheduling;
using Sojourn.Programmes;

namespace Sojourn.Clinic.Calendar.Series;

/// <summary>Asks rooms, staff and the person for the best times of a series: fewest windows broken, then fewest different staff, then earliest.</summary>
public sealed class SeriesFinder
{
    private const int SlotMinutes = 15;

    /// <summary>Days beyond the longest that the series may take, so that a full calendar still has a place for it.</summary>
    private const int SpareDays = 28;

    private const int MostDays = 200;

    private readonly SeriesToBook wanted;
    private readonly SeriesWishes wishes;
    private readonly Openings openings;
    private readonly SlotGrid grid;
    private readonly DateTimeOffset now;
    private readonly IReadOnlyList<RoomOpenings> rooms;
    private readonly IReadOnlyList<StaffOpenings> staff;
    private readonly SlotSet suits;

    private sealed record BusyRow
    {
        public DateTimeOffset FromAt { get; init; }

        public DateTimeOffset ToAt { get; init; }
    }

    private sealed record CountRow
    {
        public string Type { get; init; } = "";

        public int Sessions { get; init; }
    }

    private SeriesFinder(Records records, ProgrammeLibrary programmes, SeriesToBook wanted, SeriesWishes wishes, DateTimeOffset now)
    {
        this.wanted = wanted;
        this.wishes = wishes;
        this.now = now;
        var first = Later(Later(wishes.From, ClinicDay.In(records, now)), wanted.Placed?.Most.AddDays(1) ?? wishes.From);
        var days = Math.Min(MostDays, SpareDays + (wanted.Spacing.Most * wanted.Count) + (wanted.Preparation.Count * 7));
        openings = Openings.Between(records, programmes, first, first.AddDays(days - 1));
        grid = new SlotGrid(first, days, SlotMinutes, openings.Zone);
        rooms = [.. openings.Rooms.Where(room => room.Site == wanted.Course.SiteId)];
        staff = [.. openings.Staff.Where(one => one.Sites.Any(at => at.Site == wanted.Course.SiteId))];
        suits = Suits();
        foreach (var busy in records.All<BusyRow>(
            "select from_at, to_at from session where person_id = @PersonId and state in ('booked', 'arrived', 'running') and from_at < @To and to_at > @From", new { wanted.Course.PersonId, openings.From, openings.To }))
        {
            suits.Remove(grid.SlotAt(busy.FromAt), grid.SlotFrom(busy.ToAt));
        }
    }

    public static SeriesProposal Find(Records records, ProgrammeLibrary programmes, SeriesToBook wanted, SeriesWishes wishes, DateTimeOffset now)
    {
        var booked = records.All<CountRow>("select type, count(*) as sessions from session where course_id = @Id and type is not null and state <> 'cancelled' group by type", new { wanted.Course.Id })
            .ToDictionary(row => row.Type, row => row.Sessions, StringComparer.Ordinal);
        return new SeriesFinder(records, programmes, wanted, wishes, now).Find(booked);
    }

    private SeriesProposal Find(Dictionary<string, int> booked)
    {
        var types = wanted.Preparation.Append(wanted.Medicine).Concat(wanted.After is { } after ? [after] : []).DistinctBy(type => type.Id).ToDictionary(type => type.Id, StringComparer.Ordinal);
        foreach (var type in types.Values)
        {
            if (Lacking(type) is { } lack)
            {
                return SeriesProposal.Without(lack);
            }
        }

        var steps = types.ToDictionary(type => type.Key, type => Step(type.Value), StringComparer.Ordinal);
        var least = wanted.Programme.Dosing.Count > 0 ? wanted.Programme.Dosing.Max(d => d.LeastHoursBetween.Value) : 0;
        var series = new Domain.Scheduling.Series(
            grid,
            [.. rooms.Select(room => new SeriesRoom(Slots(room.Open), Without(room.TakenFor(wishes.Format))))],
            [.. staff.Select(one => Slots(one.Sites.First(at => at.Site == wanted.Course.SiteId).Free))],
            suits,
            [.. wanted.Preparation.Select(type => steps[type.Id])],
            steps[wanted.Medicine.Id],
            wanted.Count,
            wanted.Spacing,
            wanted.Window,
            least * 60 / SlotMinutes,
            wanted.After is { } following ? steps[following.Id] : null,
            new Bounds<int>(wanted.AfterHours.Least * 60 / SlotMinutes, wanted.AfterHours.Most * 60 / SlotMinutes),
            From(least),
            wanted.PlacedFrom(grid.First));
        return SeriesSolver.Best(series) is { } plan ? Proposal(plan, types, booked) : SeriesProposal.Without(WhyNot(series, types));
    }

    /// <summary>Now, and the programme's hours after the last session that is placed.</summary>
    private int From(int leastHours) =>
        Math.Max(grid.SlotFrom(now), wanted.Placed is { } placed ? grid.SlotFrom(ClinicDay.Instant(openings.Zone, placed.Most, TimeOnly.MaxValue).AddHours(Math.Max(0, leastHours - 24))) : 0);

    private string WhyNot(Domain.Scheduling.Series series, Dictionary<string, SessionType> types) => SeriesSolver.WhyNot(series) is { } step
        ? $"“{types[step.Type].Title}” has no time in {Words(grid.Days)}: its rooms, its staff and the days that suit are never free together for {types[step.Type].Minutes.Usual} minutes. Let more days or hours suit, or ask for others of the staff."
        : $"Not all {wanted.Count} fit into {Words(grid.Days)}. Let more days or hours suit, or begin later.";

    private static string Words(int days) => string.Create(CultureInfo.InvariantCulture, $"the {days} days looked at");

    /// <summary>A room or somebody of a role that the site does not have at all.</summary>
    private string? Lacking(SessionType type)
    {
        if (Rooms(type).Count == 0 && !type.Rooms.Contains(RoomKind.Video))
        {
            return $"This site has no room for “{type.Title}”. Open one, or choose another site for the course.";
        }

        return type.Staff.FirstOrDefault(need => !staff.Any(one => one.Roles.Contains(need.Role))) is { } lack
            ? $"“{type.Title}” needs a {lack.Role.Replace('-', ' ')}, and nobody at this site is one."
            : null;
    }

    private SeriesStep Step(SessionType type) => new(
        type.Id,
        grid.Taken(type.Minutes.Usual),
        grid.Taken(type.PreparationMinutes),
        grid.Taken(type.CleanupMinutes),
        Rooms(type),
        [.. type.Staff.Where(need => need.Place == StaffPlace.InRoom).SelectMany(need => Enumerable.Repeat(Who(need), need.For(1)))],
        OnDuty(type));

    /// <summary>Rooms in which it can be, those of the usual kind first.</summary>
    private List<int> Rooms(SessionType type) =>
    [
        .. rooms.Index()
            .Where(room => type.Rooms.Contains(room.Item.Kind) && (type.Kind != SessionKind.Medicine || room.Item.Approved))
            .OrderBy(room => type.Rooms.Index().First(kind => kind.Item == room.Item.Kind).Index)
            .Select(room => room.Index),
    ];

    private List<int> Who(StaffNeed need)
    {
        StaffId? own = need.Role switch { Roles.Therapist => wanted.Course.TherapistId, Roles.Prescriber => wanted.Course.PrescriberId, Roles.Nurse => wanted.Course.NurseId, _ => null };
        var able = staff.Index().Where(one => one.Item.Roles.Contains(need.Role)).Select(one => one.Index).ToList();
        return wishes.OwnTeam && able.FindIndex(one => staff[one].Id == own) is >= 0 and var at ? [able[at]] : able;
    }

    /// <summary>Slots in which somebody works for each role that need not be in the room; null where the session needs none.</summary>
    private SlotSet? OnDuty(SessionType type)
    {
        SlotSet? all = null;
        foreach (var need in type.Staff.Where(need => need.Place == StaffPlace.OnSite))
        {
            var any = staff.Where(one => one.Roles.Contains(need.Role)).Select(one => Slots(one.Sites.First(at => at.Site == wanted.Course.SiteId).Works)).Aggregate((one, other) => one.Or(other));
            all = all is null ? any : all.And(any);
        }

        return all;
    }

    private SlotSet Suits()
    {
        var set = new SlotSet(grid.Slots);
        for (var day = 0; day < grid.Days; day++)
        {
            var date = grid.First.AddDays(day);
            if (wishes.Days.Contains(date.DayOfWeek))
            {
                var from = grid.SlotFrom(ClinicDay.Instant(openings.Zone, date, wishes.NotBefore ?? TimeOnly.MinValue));
                var to = wishes.NotAfter is { } late ? grid.SlotAt(ClinicDay.Instant(openings.Zone, date, late)) : grid.DayBegins(day + 1);
                set.Add(from, to);
            }
        }

        return set;
    }

    private SlotSet Slots(Spans spans)
    {
        var set = new SlotSet(grid.Slots);
        foreach (var span in spans.All)
        {
            set.Add(grid.SlotFrom(span.From), grid.SlotAt(span.To));
        }

        return set;
    }

    private SlotSet Without(Spans taken)
    {
        var set = new SlotSet(grid.Slots);
        set.Add(0, grid.Slots);
        foreach (var span in taken.All)
        {
            set.Remove(grid.SlotAt(span.From), grid.SlotFrom(span.To));
        }

        return set;
    }

    private SeriesProposal Proposal(SeriesPlan plan, Dictionary<string, SessionType> types, Dictionary<string, int> booked)
    {
        var breaks = new SeriesBreaks(wanted, grid);
        return new(
            [
                .. plan.Steps.Select(step => new ProposedVisit(
                    types[step.Step.Type],
                    booked.GetValueOrDefault(step.Step.Type) + step.Number,
                    new Place(
                        wanted.Course.SiteId,
                        step.Room is { } room ? rooms[room].Id : null,
                        grid.At(step.Slot),
                        grid.At(step.Slot).AddMinutes(types[step.Step.Type].Minutes.Usual),
                        [.. step.Staff.Select(one => staff[one].Id)]),
                    step.Room is { } named ? rooms[named].Name : null,
                    [.. step.Staff.Select(one => staff[one].Name)],
                    breaks.Of(plan, step))),
            ],
            plan.People,
            null);
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
