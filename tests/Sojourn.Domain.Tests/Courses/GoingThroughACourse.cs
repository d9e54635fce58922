using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Courses.Course;

namespace Sojourn.Domain.Tests.Courses;

public sealed class GoingThroughACourse
{
    private static readonly CourseId Id = new(new Guid(9, 0, 0, new byte[8]));

    private static Spec<Command, State, Event> Running => OpeningACourse.Fresh.Given(OpeningACourse.Opened);

    private static Phase Phase(string id) => Invented.Programme.Phases.Single(phase => phase.Id == id);

    [Fact]
    public void COURSE_4_The_team_is_named_once() =>
        Running.When(new Command.NameTeam(Team.Nobody)).And().When(new Command.NameTeam(Team.Nobody)).Then();

    [Fact]
    public void COURSE_5_A_phase_is_entered() =>
        Running.When(new Command.EnterPhase(Id, Phase("preparation"), FoundSuitable: false)).Then(new Event.PhaseEntered("preparation"));

    [Theory]
    [InlineData("series")]
    [InlineData("boosters")]
    public void COURSE_5_A_phase_with_medicine_waits_for_the_decision(string phase)
    {
        Running.When(new Command.EnterPhase(Id, Phase(phase), FoundSuitable: false)).ThenRefused("course.phase-needs-assessment");
        Running.When(new Command.EnterPhase(Id, Phase(phase), FoundSuitable: true)).Then(new Event.PhaseEntered(phase));
    }

    [Fact]
    public void COURSE_5_The_phase_one_is_in_is_not_entered_again() => Running.When(new Command.EnterPhase(Id, Phase("assessment"), FoundSuitable: false)).Then();

    [Fact]
    public void COURSE_6_It_is_closed_with_a_reason()
    {
        Running.When(new Command.Close(" ", null)).ThenRefused("course.no-reason");
        Running.When(new Command.Close("moved away", " ")).Then(new Event.Closed("moved away.", null));
    }

    [Fact]
    public void COURSE_6_Nothing_is_done_to_a_closed_course() =>
        Assert.Equal(
            "This course was closed: moved away. Open a new one to go on.",
            Running.Given(new Event.Closed("moved away.", null)).When(new Command.NameTeam(Team.Nobody)).ThenRefused("course.closed")[0].Sentence);

    [Fact]
    public void R_54_One_person_is_moved_to_another_version_with_a_reason()
    {
        var next = Invented.Programme with { Version = 4 };
        Running.When(new Command.MoveToVersion(3, next, 0, PeopleAreInvented: false, "shorter days suit her")).Then(new Event.VersionChanged(3, 4, "shorter days suit her."));
        Running.When(new Command.MoveToVersion(3, next, 0, PeopleAreInvented: false, " ")).ThenRefused("course.no-reason");
        Running.When(new Command.MoveToVersion(4, next, 0, PeopleAreInvented: false, "why")).ThenRefused("course.same-version");
    }

    [Fact]
    public void R_54_Nobody_is_moved_to_a_version_without_their_phase_or_into_a_pilot_that_is_full()
    {
        var next = Invented.Programme with { Version = 4 };
        Running.When(new Command.MoveToVersion(3, next with { Phases = [.. next.Phases.Skip(1)] }, 0, PeopleAreInvented: false, "why")).ThenRefused("course.phase-gone");
        Running.When(new Command.MoveToVersion(3, next with { Pilot = new(IsPilot: true, Cap: null) }, 0, PeopleAreInvented: false, "why")).ThenRefused("course.pilot-not-open");
        Running.When(new Command.MoveToVersion(3, next with { Pilot = new(IsPilot: true, Cap: 5) }, 5, PeopleAreInvented: false, "why")).ThenRefused("course.pilot-full");
        Assert.Single(Running.When(new Command.MoveToVersion(3, next with { Pilot = new(IsPilot: true, Cap: 5) }, 4, PeopleAreInvented: false, "why")).Events);
    }

    [Fact]
    public void COURSE_2_Nothing_is_done_before_it_is_opened() => OpeningACourse.Fresh.When(new Command.Close("why", null)).ThenRefused("course.unknown");

    [Fact]
    public void COURSE_5_Whatever_is_asked_nobody_reaches_medicine_without_the_decision()
    {
        var phases = Gen.Elements<Phase>(Invented.Programme.Phases).ListOf();
        Prop.ForAll(Arb.From(phases), history =>
        {
            var state = Running.State;
            foreach (var phase in history)
            {
                state = Decide(new Command.EnterPhase(Id, phase, FoundSuitable: false), state) is Decision<Event>.Accepted accepted ? accepted.Events.Aggregate(state, Evolve) : state;
            }

            return state is State.Running { Phase: "assessment" or "preparation" };
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }
}
