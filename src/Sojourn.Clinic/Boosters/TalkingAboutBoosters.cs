using System.Globalization;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Boosters;
using Sojourn.Domain.Kernel;
using Sojourn.Programmes;
using static Sojourn.Domain.Boosters.Booster;

namespace Sojourn.Clinic.Boosters;

/// <summary>That it is time to talk, and at which step of the ladder.</summary>
/// <param name="Key">Once for each medicine session and step.</param>
public sealed record TalkDue(string Key, string Words);

/// <summary>Somebody is told when a booster can be talked about: its earliest day has come, or a step's exit rule is met. A proposal answers it. Nothing is booked by it.</summary>
public sealed class TalkingAboutBoosters() : Reaction("booster-talk")
{
    internal const string Kind = "talk-about-booster";

    /// <summary>The clinic's own promise, not a clinical figure.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(3);

    /// <summary>Somebody of the team is asked to talk about it, and it is not proposed yet.</summary>
    public static bool IsOpen(Records records, CourseId course) =>
        records.Any("select 1 from task where course_id = @course and kind = @Kind and state in ('open', 'taken')", new { course, Kind });

    protected override void Define() => On<Event.Proposed>((e, from, desk) =>
    {
        foreach (var task in desk.Records.All<Guid>("select id from task where course_id = @course and kind = @Kind and state in ('open', 'taken')", new { course = from.Id, Kind }))
        {
            desk.Do(Tasks.TaskSlice.Slice, task, new Domain.Tasks.Chore.Command.Settle($"Booster {e.Number} is proposed."));
        }
    });

    internal static TalkDue? Due(Records records, ProgrammeLibrary programmes, CourseRow course, DateTimeOffset now)
    {
        if (CourseAtHand.Find(records, programmes, course.Id.Value) is not { Programme.BoosterLadder.Count: > 0 } at
            || BoosterRecords.Of(records, at, now) is not { SeriesIsGiven: true, Current: null, Suggested: { } next, Series.LastMedicineOn: { } last } sheet
            || records.Any("select 1 from session where course_id = @Id and kind = 'medicine' and state in ('booked', 'arrived', 'running')", new { course.Id }))
        {
            return null;
        }

        var before = sheet.Rounds.FirstOrDefault(round => round.Row.State == "agreed")?.Row.Step;
        var exit = before is not null && before != next.Id;
        var on = Ladder.Window(next, last, last).Earliest;
        // An occasional booster is asked for by a person; only that the ladder has come to it is told.
        if (!exit && (next.AsNeeded || sheet.Series.Today < on))
        {
            return null;
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"{last:yyyy-MM-dd}/{next.Id}");
        return TaskIs(records, course, key)
            ? null
            : new(key, exit
                ? $"The ladder comes to its next step, “{next.Title}”: talk about the next booster"
                : $"A booster can be talked about: {next.Title.ToLowerInvariant()}, from {on.ToString("d-MMM-yyyy", CultureInfo.InvariantCulture)} on");
    }

    internal static void Raise(Desk desk, CourseRow course, TalkDue due) => new CourseChores(desk, course.Id.Value, "boosters").Raise(
        Kind, due.Key, due.Words, CourseChores.Owner(course.TherapistId ?? course.PrescriberId, Party.Therapist), "prescriber", desk.At + Within);

    private static bool TaskIs(Records records, CourseRow course, string key) => Tasks.TaskRecords.One(records, Tasks.TaskSlice.Id($"{Kind}/{key}", course.Id.Value)) is not null;
}
