using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Measures.Assigning;

/// <summary>The course for which a programme's schedule asks.</summary>
public sealed record AskedCourse
{
    public CourseId Id { get; init; }

    public PersonId PersonId { get; init; }

    public string ProgrammeId { get; init; } = "";

    public int ProgrammeVersion { get; init; }

    public string? Phase { get; init; }

    public string State { get; init; } = "";

    public static AskedCourse? Of(Records records, Guid? id) => records.One<AskedCourse>("select * from course where id = @id", new { id });
}

/// <summary>Asks what a programme's schedule says, at the desk of the reaction that noticed the moment.</summary>
internal static class Asking
{
    /// <summary>One line of the schedule for one occasion. Said twice it is asked once.</summary>
    /// <param name="occasion">What tells this asking from the others of its line: <c>intake</c>, a session's id, a day.</param>
    public static void Ask(Desk desk, AskedCourse course, MeasureTime line, string occasion, AskingTimes times, string reason, SessionId? session = null)
    {
        var id = IdOf(course.Id, line.Id, occasion);
        if (times.ClosesAt <= desk.At
            || desk.Instruments.Find(line.Instrument) is not { } instrument
            || desk.State(MeasureSlice.Slice, id.Value) is not Measure.State.None
            || !LeadsHere(desk.Records, course.PersonId, line)
            || AnsweredLately(desk.Records, course.PersonId, line, times.DueAt))
        {
            return;
        }

        desk.Do(MeasureSlice.Slice, id.Value, new Measure.Command.Assign(
            desk.At,
            course.PersonId,
            course.Id,
            instrument,
            reason,
            session,
            times.OpensAt,
            times.DueAt,
            times.ClosesAt,
            CareTeam.Of(desk.Records, course.PersonId, course.Id).Of(line.ReadBy),
            Math.Max(1, line.WithinHours)));
    }

    /// <summary>What is asked no more: the session was moved, the course is closed, the same was answered just now.</summary>
    public static void Withdraw(Desk desk, IEnumerable<AssignmentId> ids, string why)
    {
        foreach (var id in ids.Where(id => desk.State(MeasureSlice.Slice, id.Value) is Measure.State.Open))
        {
            desk.Do(MeasureSlice.Slice, id.Value, new Measure.Command.Decline(desk.At, why));
        }
    }

    /// <summary>Where the person's day begins and ends: their own zone, else the clinic's.</summary>
    public static TimeZoneInfo ZoneOf(Records records, PersonId person) =>
        records.Value<string>("select time_zone from person where id = @person", new { person }) is { Length: > 0 } name && TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone)
            ? zone
            : ClinicDay.Zone(records);

    internal static AssignmentId IdOf(CourseId course, string line, string occasion) => new(DerivedId.From($"measure {course.Value:D} {line} {occasion}"));

    private static bool LeadsHere(Records records, PersonId person, MeasureTime line) => line.OnlyIf is not { } first || records.Value<decimal?>(
        "select total from measure where person_id = @person and instrument_id = @Instrument and state = 'finished' order by finished_at desc limit 1",
        new { person, first.Instrument }) >= first.AtLeast;

    private static bool AnsweredLately(Records records, PersonId person, MeasureTime line, DateTimeOffset due) => line.LeastDaysSinceLast > 0 && records.Any(
        "select 1 from measure where person_id = @person and instrument_id = @Instrument and state = 'finished' and finished_at > @since",
        new { person, line.Instrument, since = due.AddDays(-line.LeastDaysSinceLast) });
}
