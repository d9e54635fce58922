using System.Globalization;
using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Plans;

public enum HowItGoesOn
{
    Continue,
    Pause,
    Finish,
}

public enum Success
{
    Yes,
    Partly,
    No,
}

/// <summary>What was said in a review.</summary>
/// <param name="Understood">Whether the symptoms are understood.</param>
/// <param name="Relieved">Whether they are mostly relieved.</param>
/// <param name="LookAgainOn">For a pause.</param>
public sealed record ReviewAnswer(HowItGoesOn Choice, Success Understood, Success Relieved, DateOnly? LookAgainOn, string? Words);

/// <summary>A review that was held.</summary>
public sealed record ReviewHeld
{
    public DateTimeOffset At { get; init; }

    public string Note { get; init; } = "";
}

/// <summary>After so many medicine sessions as the programme says, people choose: continue, pause or finish. Asked as a task; the next session given without an answer is one.</summary>
public sealed class CourseReview() : Reaction("course-review")
{
    internal const string Task = "review-course";

    /// <summary>The clinic's own promise, not a clinical figure.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(7);

    /// <summary>What asks how a course goes on has no use once it is closed.</summary>
    private static readonly string[] EndedByClosing = [Task, CommitmentAtRisk.Task, TalkingAboutBoosters.Kind];

    /// <summary>What was said in earlier reviews, the latest first.</summary>
    public static IReadOnlyList<ReviewHeld> Earlier(Records records, Guid course) =>
        records.All<ReviewHeld>("select ended_at as at, note from task where course_id = @course and kind = @Task and state = 'done' and note is not null order by ended_at desc", new { course, Task });

    /// <summary>The review that waits for an answer; null where none does.</summary>
    public static TaskRow? Open(Records records, Guid course) =>
        records.Value<string>("select id from task where course_id = @course and kind = @Task and state in ('open', 'taken') order by due_at", new { course, Task }) is { } id ? TaskRecords.One(records, Guid.Parse(id)) : null;

    /// <summary>The answer in one step: a pause asks again on its day, and finishing closes the course and ends its open visits.</summary>
    public static void Reply(Desk desk, CourseId course, ReviewAnswer answer)
    {
        if (CourseAtHand.At(desk, course) is not { } at)
        {
            return;
        }

        if (Open(desk.Records, course.Value) is not { } review)
        {
            desk.Refuse("review.none", "No review is asked for. Load the page again.");
            return;
        }

        if (answer is { Choice: HowItGoesOn.Pause } && (answer.LookAgainOn is not { } on || on <= ClinicDay.In(desk.Records, desk.At)))
        {
            desk.Refuse("review.no-day", "Choose a day after today on which to look again.", field: "look-again-on");
            return;
        }

        if (answer.Choice == HowItGoesOn.Finish && at.UnderMedicine)
        {
            desk.Refuse("review.under-medicine", "The patient is under medicine. Finish the course once they have gone home.", field: "choice");
            return;
        }

        desk.Do(TaskSlice.Slice, review.Id.Value, new Chore.Command.Finish(Note(answer)));
        if (answer.LookAgainOn is { } day && answer.Choice == HowItGoesOn.Pause)
        {
            var due = ClinicDay.Instant(ClinicDay.Zone(desk.Records), day, new TimeOnly(12, 0));
            new CourseChores(desk, course.Value, "review").Raise(Task, $"pause/{review.Id.Value:D}", "Look again after the pause: continue, pause or finish", CourseChores.Owner(at.Therapist ?? at.Prescriber, Party.Therapist), "manager", due);
        }
        else if (answer.Choice == HowItGoesOn.Finish)
        {
            foreach (var session in desk.Records.All<Guid>("select id from session where course_id = @course and state in ('proposed', 'booked')", new { course = course.Value }))
            {
                desk.Do(SessionSlice.Slice, session, new Session.Command.Cancel("The course is finished."));
            }

            desk.Do(CourseSlice.Slice, course.Value, new Course.Command.Close($"Finished at a review. {Note(answer)}", null));
        }
    }

    protected override void Define()
    {
        On<Session.Event.Held>(Ask);
        On<Course.Event.Closed>((_, from, desk) =>
        {
            foreach (var task in desk.Records.All<Guid>("select id from task where course_id = @course and kind in @kinds and state in ('open', 'taken')", new { course = from.Id, kinds = EndedByClosing }))
            {
                desk.Do(TaskSlice.Slice, task, new Chore.Command.Settle("The course is closed."));
            }
        });
    }

    private static void Ask(Session.Event.Held e, Origin from, Desk desk)
    {
        if (e.Kind != SessionKind.Medicine
            || SessionRecords.One(desk.Records, from.Id) is not { CourseId: { } course }
            || CourseAtHand.Find(desk.Records, desk.Programmes, course.Value) is not { IsOpen: true } at)
        {
            return;
        }

        var given = SeriesSoFar.Given(desk.Records, course);
        foreach (var review in at.Programme.Reviews.Where(review => review.Action == ReviewAction.Choose).OrderBy(review => review.AfterMedicineSession))
        {
            if (given == review.AfterMedicineSession)
            {
                new CourseChores(desk, course.Value, "review").Raise(Task, review.Id, $"{review.Title}: continue, pause or finish after {given} sessions", CourseChores.Owner(at.Therapist ?? at.Prescriber, Party.Therapist), "manager", from.RecordedAt + Within);
            }
            else if (given > review.AfterMedicineSession && Open(desk.Records, course.Value) is { } waiting)
            {
                desk.Do(TaskSlice.Slice, waiting.Id.Value, new Chore.Command.Settle("The next medicine session was given."));
            }
        }
    }

    private static string Note(ReviewAnswer answer) => string.Create(
        CultureInfo.InvariantCulture,
        $"{answer.Choice}{(answer is { Choice: HowItGoesOn.Pause, LookAgainOn: { } day } ? $" until {day:d-MMM-yyyy}" : "")}. Symptoms understood: {Columns.Word(answer.Understood)}. Mostly relieved: {Columns.Word(answer.Relieved)}.{(answer.Words is { } words ? $" {words}" : "")}");
}
