using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Integration;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Integration;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Integration;

/// <summary>R-78, R-79, R-82 over a real file: proposed once inside the programme's window, booked, held, or seen to be missing.</summary>
public sealed class IntegrationAfterMedicine : IAsyncLifetime
{
    private const string Programme = "rise-chronic-pain";

    private readonly SessionId medicine = new(Guid.CreateVersion7());
    private readonly GoalId goal = new(Guid.CreateVersion7());
    private ClinicAtWork clinic = null!;
    private PersonId person;
    private CourseId course;

    private DateTimeOffset Ended => clinic.Now.AddHours(3);

    private IntegrationWindow Window => clinic.Runner.Programmes.Find(Programme)!.Integration!;

    public async ValueTask InitializeAsync()
    {
        clinic = await ClinicAtWork.Open();
        person = await clinic.Register();
        course = new CourseId(Guid.CreateVersion7());
        await clinic.Do(desk => CourseDesk.Open(desk, course, new(person, Programme, clinic.Site, "crps", "chronic regional pain", new Team(clinic.Therapist, clinic.Prescriber, clinic.Nurse))));
        await clinic.Do(desk => Book(desk, medicine.Value, SessionKind.Medicine, "medicine-day", clinic.Now, null));
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task One_is_proposed_inside_the_programmes_window_and_somebody_is_asked_to_book_it()
    {
        await HoldMedicine();
        var proposed = Assert.Single(Integrations());
        Assert.Equal(("proposed", medicine, Ended.AddHours(Window.HoursLeast), Ended.AddHours(Window.HoursMost)), (proposed.State, proposed.FollowsId, proposed.WindowFrom, proposed.WindowTo));
        Assert.Equal(Window.SessionId, proposed.Type);
        var task = Assert.Single(OpenTasks());
        Assert.Equal(("Book integration for Ana Ruiz", "role/front-desk", proposed.WindowTo), (task.Words, task.Owner, task.DueAt));
        Assert.Equal($"sessions/{proposed.Id.Value}/place", task.Resource);
    }

    [Fact]
    public async Task Reacting_again_from_the_beginning_proposes_no_second_one()
    {
        await HoldMedicine();
        await clinic.Runner.Keep(records => records.Set("update reactor_position set position = 0"));
        await clinic.React();
        Assert.Single(Integrations());
        Assert.Single(OpenTasks());
    }

    [Fact]
    public async Task Nothing_is_proposed_where_one_is_booked_inside_the_window_already()
    {
        await clinic.Do(desk => Book(desk, Guid.CreateVersion7(), SessionKind.Integration, Window.SessionId, Ended.AddHours(Window.HoursLeast), null));
        await HoldMedicine();
        Assert.Equal("booked", Assert.Single(Integrations()).State);
        Assert.Empty(OpenTasks());
    }

    [Fact]
    public async Task One_that_is_booked_too_late_does_not_count()
    {
        await clinic.Do(desk => Book(desk, Guid.CreateVersion7(), SessionKind.Integration, Window.SessionId, Ended.AddHours(Window.HoursMost + 1), null));
        await HoldMedicine();
        Assert.Contains(Integrations(), s => s.State == "proposed");
    }

    [Fact]
    public async Task Giving_it_a_time_settles_the_task()
    {
        var proposed = await Propose();
        await clinic.Do(desk => desk.Do(SessionSlice.Slice, proposed, new Session.Command.Settle(Place(Ended.AddHours(30)), BookingFacts.Clear)));
        await clinic.React();
        Assert.Empty(OpenTasks());
    }

    [Fact]
    public async Task Cancelling_it_shows_that_integration_is_missing_until_another_is_booked()
    {
        var proposed = await Propose();
        await clinic.Do(desk => desk.Do(SessionSlice.Slice, proposed, new Session.Command.Cancel("Ill")));
        await clinic.React();
        var missing = Assert.Single(OpenTasks());
        Assert.Equal(("Integration missing for Ana Ruiz", $"staff/{clinic.Therapist.Value}", course), (missing.Words, missing.Owner, missing.CourseId));
        await clinic.Do(desk => Book(desk, Guid.CreateVersion7(), SessionKind.Integration, Window.SessionId, Ended.AddHours(40), null));
        await clinic.React();
        Assert.Empty(OpenTasks());
    }

    [Fact]
    public async Task Not_coming_to_it_leaves_it_missing_as_well()
    {
        var proposed = await Propose();
        await clinic.Do(desk => desk.Do(SessionSlice.Slice, proposed, new Session.Command.Settle(Place(Ended.AddHours(30)), BookingFacts.Clear)));
        await clinic.Do(desk => desk.Do(SessionSlice.Slice, proposed, new Session.Command.Miss(null)));
        await clinic.React();
        Assert.Equal("Integration missing for Ana Ruiz", Assert.Single(OpenTasks()).Words);
    }

    [Fact]
    public async Task Writing_it_holds_the_session_and_a_chosen_change_leads_to_the_plan()
    {
        var proposed = await Propose();
        var hold = new Integrating.Command.Hold("The kitchen of her grandmother", null, null, IntegrationChoice.Change, "Further apart");
        Assert.Equal(["integration.no-time"], await clinic.Refused(desk => IntegrationDesk.Hold(desk, proposed, hold), Actor.Staff(clinic.Therapist)));
        await clinic.Do(desk => desk.Do(SessionSlice.Slice, proposed, new Session.Command.Settle(Place(Ended.AddHours(30)), BookingFacts.Clear)));
        await clinic.Do(desk => IntegrationDesk.Hold(desk, proposed, hold), Actor.Staff(clinic.Therapist));
        await clinic.React();
        Assert.Equal("held", Assert.Single(Integrations()).State);
        Assert.Equal(("change", "Further apart"), clinic.Read(records => IntegrationRecords.One(records, proposed)) is { } row ? (row.Choice, row.ChoiceWords) : default);
        var task = Assert.Single(OpenTasks());
        Assert.Equal((Actor.Staff(clinic.Therapist).Text, $"courses/{course.Value}/plan"), (task.Owner, task.Resource));
    }

    [Fact]
    public async Task A_task_serves_a_goal_and_the_patient_alone_answers_it()
    {
        var proposed = await Propose();
        var task = new IntegrationTaskId(Guid.CreateVersion7());
        await clinic.Do(desk => desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.SetGoal(goal, "To sleep through")));
        await clinic.Do(desk => IntegrationDesk.SetTask(desk, proposed, task, "Walk to the water", goal), Actor.Staff(clinic.Therapist));
        var stranger = Actor.Person(new PersonId(Guid.CreateVersion7()));
        Assert.Equal(["integration.not-yours"], await clinic.Refused(desk => IntegrationDesk.AnswerTask(desk, task.Value, done: true, null), stranger));
        await clinic.Do(desk => IntegrationDesk.AnswerTask(desk, task.Value, done: false, "It hurt too much"), Actor.Person(person));
        var row = Assert.Single(clinic.Read(records => IntegrationRecords.TasksOfCourse(records, course.Value)));
        Assert.Equal(("To sleep through", false, "It hurt too much"), (row.Goal, row.Done, row.GotInTheWay));
    }

    [Fact]
    public async Task What_is_kept_is_what_the_journal_says()
    {
        var proposed = await Propose();
        await clinic.Do(desk => IntegrationDesk.SetTask(desk, proposed, new IntegrationTaskId(Guid.CreateVersion7()), "Walk to the water", null), Actor.Staff(clinic.Therapist));
        await clinic.Do(desk => desk.Do(SessionSlice.Slice, proposed, new Session.Command.Settle(Place(Ended.AddHours(30)), BookingFacts.Clear)));
        await clinic.Do(desk => IntegrationDesk.Hold(desk, proposed, new("The sea", null, null, null, null)), Actor.Staff(clinic.Therapist));
        await clinic.RebuiltEqualsKeptUp("integration-board");
    }

    private async Task<Guid> Propose()
    {
        await HoldMedicine();
        return Assert.Single(Integrations()).Id.Value;
    }

    private async Task HoldMedicine()
    {
        await clinic.Do(desk => desk.Do(SessionSlice.Slice, medicine.Value, new Session.Command.Hold(Ended, null)));
        await clinic.React();
    }

    private void Book(Desk desk, Guid id, SessionKind kind, string type, DateTimeOffset from, SessionId? follows) =>
        desk.Do(SessionSlice.Slice, id, new Session.Command.Book(new Visit(kind, type, person, null, course, 1, follows), Place(from), BookingFacts.Clear, null));

    private Place Place(DateTimeOffset from) => new(clinic.Site, new RoomId(Guid.CreateVersion7()), from, from.AddHours(1), [clinic.Therapist]);

    private List<SessionRow> Integrations() => [.. clinic.Read(records => SessionRecords.OfCourse(records, course.Value)).Where(s => s.Kind == "integration")];

    private IReadOnlyList<TaskRow> OpenTasks() => clinic.Read(TaskRecords.Open);
}
