using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Integration;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Integration;

/// <summary>
/// Integration after every medicine session: once one is held (which discharge does) an integration is proposed inside the programme's window and somebody is
/// asked to book it; where one falls away and nothing stands in its place, it is missing and somebody must see to it.
/// </summary>
internal sealed class IntegrationReactions() : Reaction("integration-after-medicine")
{
    internal const string Book = "book-integration";
    internal const string Missing = "integration-missing";
    private const string Follow = "choice-of-integration";
    private const string Deputy = "role/manager";

    /// <summary>Time to find another integration once the window is over, and to look at the plan. The clinic's promise; source: clinic default.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromDays(2);

    protected override void Define()
    {
        On<Session.Event.Held>((e, from, desk) =>
        {
            if (e.Kind == SessionKind.Medicine)
            {
                Propose(desk, from.Id, e.At);
            }
            else if (e.Kind == SessionKind.Integration)
            {
                Found(desk, from.Id);
            }
        });
        On<Session.Event.Booked>((e, from, desk) =>
        {
            if (e.Visit.Kind == SessionKind.Integration)
            {
                Found(desk, from.Id);
            }
        });
        On<Session.Event.Settled>((_, from, desk) => Found(desk, from.Id));
        On<Session.Event.Cancelled>((e, from, desk) =>
        {
            if (e.Kind == SessionKind.Integration)
            {
                Lost(desk, from);
            }
        });
        On<Session.Event.Missed>((_, from, desk) => Lost(desk, from));
        On<Integrating.Event.Held>((e, from, desk) => LookAtThePlan(desk, from, e.Choice));
    }

    /// <summary>The id of the integration proposed for a medicine session.</summary>
    internal static Guid ProposalFor(Guid medicine) => TaskSlice.Id("integration", medicine);

    private static void Propose(Desk desk, Guid medicine, DateTimeOffset heldAt)
    {
        if (SessionRecords.One(desk.Records, medicine) is not { CourseId: { } course, PersonId: { } person } row
            || WindowOf(desk, row) is not { } window
            || Stands(desk.Records, row, heldAt, heldAt.AddHours(window.HoursMost)))
        {
            return;
        }

        var number = desk.Records.Value<int>("select count(*) from session where course_id = @course and type = @SessionId and state <> 'cancelled'", new { course, window.SessionId }) + 1;
        var visit = new Visit(SessionKind.Integration, window.SessionId, person, null, course, number, new SessionId(medicine));
        var (from, to) = (heldAt.AddHours(window.HoursLeast), heldAt.AddHours(window.HoursMost));
        var proposal = ProposalFor(medicine);
        if (desk.Do(SessionSlice.Slice, proposal, new Session.Command.Propose(visit, row.SiteId, from, to)))
        {
            desk.Do(TaskSlice.Slice, TaskSlice.Id(Book, proposal), new Chore.Command.Raise(
                Book, $"Book integration for {Called(row)}", person, course, new SessionId(medicine), "role/front-desk", Deputy, to, $"sessions/{proposal}/place"));
        }
    }

    /// <summary>An integration has its place, or was held: whatever asked for it is answered.</summary>
    private static void Found(Desk desk, Guid session)
    {
        if (SessionRecords.One(desk.Records, session) is not { Kind: "integration", CourseId: { } course })
        {
            return;
        }

        Settle(desk, TaskSlice.Id(Book, session), "It has a time.");
        foreach (var task in desk.Records.All<TaskId>("select id from task where kind = @Missing and course_id = @course and state in ('open', 'taken')", new { Missing, course }))
        {
            Settle(desk, task.Value, "Another integration is booked.");
        }
    }

    private static void Lost(Desk desk, Origin from)
    {
        if (SessionRecords.One(desk.Records, from.Id) is not { Kind: "integration", CourseId: { } course, PersonId: { } person } row)
        {
            return;
        }

        Settle(desk, TaskSlice.Id(Book, from.Id), "It was cancelled.");
        if (IntegrationRecords.LooksBackOn(desk.Records, row) is not { HeldAt: { } heldAt } medicine || Stands(desk.Records, medicine, heldAt, DateTimeOffset.MaxValue))
        {
            return;
        }

        var end = heldAt.AddHours(WindowOf(desk, row)?.HoursMost ?? 0);
        var therapist = desk.Records.Value<string>("select therapist_id from course where id = @course", new { course });
        desk.Do(TaskSlice.Slice, TaskSlice.Id(Missing, from.Id), new Chore.Command.Raise(
            Missing,
            $"Integration missing for {Called(row)}",
            person,
            course,
            medicine.Id,
            therapist is null ? "role/therapist" : $"staff/{therapist}",
            Deputy,
            end > from.RecordedAt ? end : from.RecordedAt + Soon,
            $"sessions/new?course={course.Value}&kind={row.Type}"));
    }

    private static void LookAtThePlan(Desk desk, Origin from, IntegrationChoice? choice)
    {
        if (choice is IntegrationChoice.Change or IntegrationChoice.Stop && SessionRecords.One(desk.Records, from.Id) is { CourseId: { } course } row)
        {
            var words = choice == IntegrationChoice.Change ? $"Change {Called(row)}’s plan as chosen in the integration" : $"Talk with {Called(row)} about stopping, as chosen in the integration";
            desk.Do(TaskSlice.Slice, TaskSlice.Id(Follow, from.Id), new Chore.Command.Raise(
                Follow, words, row.PersonId, course, row.Id, from.Actor.StaffId is null ? "role/therapist" : from.Actor.Text, Deputy, from.RecordedAt + Soon, $"courses/{course.Value}/plan"));
        }
    }

    /// <summary>Whether some integration for this medicine session is proposed, booked or held: made for it, or after it and not later than the limit.</summary>
    private static bool Stands(Records records, SessionRow medicine, DateTimeOffset heldAt, DateTimeOffset limit) => records.Any(
        """
        select 1 from session where course_id = @CourseId and kind = 'integration' and state in ('proposed', 'booked', 'arrived', 'running', 'held')
          and (follows_id = @Id or (follows_id is null and from_at >= @heldAt and from_at <= @limit))
        """,
        new { medicine.CourseId, medicine.Id, heldAt, limit });

    private static IntegrationWindow? WindowOf(Desk desk, SessionRow row) =>
        row.ProgrammeId is { } programme ? desk.Programmes.Find(programme, row.ProgrammeVersion)?.Integration : null;

    private static void Settle(Desk desk, Guid task, string note)
    {
        if (TaskRecords.One(desk.Records, task) is { State: "open" or "taken" })
        {
            desk.Do(TaskSlice.Slice, task, new Chore.Command.Settle(note));
        }
    }

    private static string Called(SessionRow row) => $"{row.Given} {row.Family}".Trim();
}
