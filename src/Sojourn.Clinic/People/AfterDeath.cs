using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.People;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.People;

/// <summary>
/// When a person has died nobody writes to them, nobody waits for them, and nobody is asked to do something for them: visits are cancelled, courses closed,
/// check-ins stop, tasks end. What other reactions ask for afterwards ends as it comes. Open safety cases stay: somebody closes them with their own words.
/// </summary>
internal sealed class AfterDeath() : Reaction("after-death")
{
    private const string Why = "The person has died.";

    protected override void Define()
    {
        On<Person.Event.DeathRecorded>((_, from, desk) => Everything(desk, from.Id));
        On<Chore.Event.Raised>((e, from, desk) => Late(desk, e.Person, () => EndTask(desk, from.Id)));
        On<Measure.Event.Assigned>((e, from, desk) => Late(desk, e.Person, () => EndMeasure(desk, from.Id)));
        On<Session.Event.Proposed>((e, from, desk) => Late(desk, e.Visit.Person, () => Cancel(desk, from.Id)));
    }

    private static void Everything(Desk desk, Guid person)
    {
        foreach (var course in desk.Records.All<Guid>("select id from course where person_id = @person and state = 'open'", new { person }))
        {
            desk.Do(CourseSlice.Slice, course, new Course.Command.Close(Why, null));
        }

        foreach (var session in desk.Records.All<Guid>("select id from session where person_id = @person and state in ('proposed', 'booked', 'arrived') and coalesce(from_at, window_to) > @At", new { person, desk.At }))
        {
            Cancel(desk, session);
        }

        foreach (var measure in desk.Records.All<Guid>("select id from measure where person_id = @person and state in ('open', 'begun')", new { person }))
        {
            EndMeasure(desk, measure);
        }

        foreach (var task in desk.Records.All<Guid>("select id from task where person_id = @person and state in ('open', 'taken')", new { person }))
        {
            EndTask(desk, task);
        }
    }

    private static void Late(Desk desk, PersonId? person, Action end)
    {
        if (person is { } id && desk.Records.Any("select 1 from person where id = @id and died = 1", new { id }))
        {
            end();
        }
    }

    private static void Cancel(Desk desk, Guid session)
    {
        if (desk.State(SessionSlice.Slice, session) is Session.State.Proposed or Session.State.Booked or Session.State.Here)
        {
            desk.Do(SessionSlice.Slice, session, new Session.Command.Cancel(Why));
        }
    }

    private static void EndMeasure(Desk desk, Guid measure)
    {
        if (desk.State(MeasureSlice.Slice, measure) is Measure.State.Open)
        {
            desk.Do(MeasureSlice.Slice, measure, new Measure.Command.Decline(desk.At, Why));
        }
    }

    private static void EndTask(Desk desk, Guid task)
    {
        if (desk.State(TaskSlice.Slice, task) is Chore.State.Open)
        {
            desk.Do(TaskSlice.Slice, task, new Chore.Command.Settle(Why));
        }
    }
}
