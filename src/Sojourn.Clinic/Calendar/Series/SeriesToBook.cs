using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Scheduling;

namespace Sojourn.Clinic.Calendar.Series;

/// <summary>What of a course's series has still no time: preparation before the first medicine session, the sessions of one phase, and what follows each.</summary>
/// <param name="Preparation">One entry for each preparation session that is still to be booked before medicine.</param>
/// <param name="Medicine">The programme's medicine session.</param>
/// <param name="Count">How many of it; 1 or more.</param>
/// <param name="Spacing">Days from one to the next.</param>
/// <param name="Window">Days from the first to the last of the phase; null where the phase has none.</param>
/// <param name="After">What follows each; null where the programme says nothing.</param>
/// <param name="AfterHours">Hours from the end of one to what follows.</param>
/// <param name="Placed">The first and the last day on which one is booked already or was held; null where there is none.</param>
public sealed record SeriesToBook(
    CourseRow Course,
    Programme Programme,
    Phase Phase,
    IReadOnlyList<SessionType> Preparation,
    SessionType Medicine,
    int Count,
    Bounds<int> Spacing,
    Bounds<int>? Window,
    SessionType? After,
    Bounds<int> AfterHours,
    Bounds<DateOnly>? Placed)
{
    /// <summary>A phase without spacing leaves it open; this is then the longest gap that is proposed, in days.</summary>
    private const int OpenSpacing = 30;

    /// <summary>Sessions that have a place, or had one.</summary>
    private sealed record PlacedRow
    {
        public string Type { get; init; } = "";

        public DateTimeOffset FromAt { get; init; }
    }

    private sealed record LineRow
    {
        public string Phase { get; init; } = "";

        public string Session { get; init; } = "";

        public int Sessions { get; init; }
    }

    /// <summary>What is placed already, in days from the first of a grid.</summary>
    public PlacedDays? PlacedFrom(DateOnly first) => Placed is { } placed ? new(placed.Least.DayNumber - first.DayNumber, placed.Most.DayNumber - first.DayNumber) : null;

    /// <summary>Null where the course has no medicine, or all of its series has its times.</summary>
    public static SeriesToBook? Of(Records records, CourseRow course, Programme programme)
    {
        if (Medical(course, programme) is not { } phase || phase.Sessions.FirstOrDefault(s => programme.Session(s.SessionId) is { Kind: SessionKind.Medicine }) is not { } line)
        {
            return null;
        }

        var placed = records.All<PlacedRow>(
            "select type, from_at from session where course_id = @Id and type is not null and state in ('booked', 'arrived', 'running', 'held') order by from_at", new { course.Id });
        var planned = records.All<LineRow>(
            "select plan_line.phase, plan_line.session, plan_line.sessions from plan_line join plan on plan.course_id = plan_line.course_id and plan.active_version = plan_line.version where plan_line.course_id = @Id", new { course.Id });
        int Wanted(Phase of, PhaseSessions sessions) => planned.FirstOrDefault(p => p.Phase == of.Id && p.Session == sessions.SessionId)?.Sessions ?? Math.Max(sessions.Count.Least, 1);

        var medicine = programme.Session(line.SessionId)!;
        var given = placed.Where(p => p.Type == medicine.Id).ToList();
        var count = Wanted(phase, line) - given.Count;
        if (count < 1)
        {
            return null;
        }

        var spacing = line.SpacingDays ?? new Bounds<int>(1, OpenSpacing);
        var follows = phase.Sessions.FirstOrDefault(s => s.AfterEach == medicine.Id && s.Count.Most > 0);
        var after = follows is null ? null : programme.Session(follows.SessionId);
        var hours = programme.Integration is { } integration && integration.SessionId == after?.Id ? new Bounds<int>(integration.HoursLeast, integration.HoursMost) : new Bounds<int>(0, spacing.Most * 24);
        return new(
            course,
            programme,
            phase,
            given.Count > 0 ? [] : [.. ToPrepare(programme, placed, Wanted)],
            medicine,
            count,
            spacing,
            phase.WindowDays,
            after,
            hours,
            given.Count > 0 ? new Bounds<DateOnly>(ClinicDay.In(records, given[0].FromAt), ClinicDay.In(records, given[^1].FromAt)) : null);
    }

    /// <summary>The phase that the course is in where it gives medicine, else the first that surely does.</summary>
    private static Phase? Medical(CourseRow course, Programme programme)
    {
        bool Gives(Phase phase, int least) => phase.Sessions.Any(s => s.Count.Least >= least && s.Count.Most > 0 && programme.Session(s.SessionId) is { Kind: SessionKind.Medicine });
        return programme.Phases.FirstOrDefault(p => p.Id == course.Phase && Gives(p, 0)) ?? programme.Phases.FirstOrDefault(p => Gives(p, 1));
    }

    private static IEnumerable<SessionType> ToPrepare(Programme programme, IReadOnlyList<PlacedRow> placed, Func<Phase, PhaseSessions, int> wanted) =>
        from phase in programme.Phases
        where phase.Kind == PhaseKind.Preparation
        from sessions in phase.Sessions
        where sessions.Count.Least > 0
        let type = programme.Session(sessions.SessionId)
        where type is not null
        from _ in Enumerable.Range(0, Math.Max(0, wanted(phase, sessions) - placed.Count(p => p.Type == type.Id)))
        select type;
}
