using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Courses.Course;

namespace Sojourn.Domain.Tests.Courses;

public sealed class OpeningACourse
{
    private static readonly PersonId Ana = new(new Guid(1, 0, 0, new byte[8]));
    private static readonly SiteId Site = new(new Guid(2, 0, 0, new byte[8]));
    private static readonly CourseId Other = new(new Guid(3, 0, 0, new byte[8]));
    private static readonly Team Team = new(new StaffId(new Guid(4, 0, 0, new byte[8])), null, null);

    internal static Spec<Command, State, Event> Fresh { get; } = new(Decide, Evolve, State.Initial);

    private static Command.Open Open { get; } =
        new(Ana, Invented.Programme, Site, "crps", "my chronic regional pain", Team, AlreadyOpen: null, PatientsSoFar: 7, PeopleAreInvented: false);

    internal static Event[] Opened { get; } =
    [
        new Event.Opened(Ana, "invented", 3, Site, "crps", "Complex regional pain syndrome (CRPS)", "my chronic regional pain", Team),
        new Event.PhaseEntered("assessment"),
    ];

    [Fact]
    public void COURSE_1_It_opens_in_the_first_phase_with_the_term_and_the_persons_own_words() => Fresh.When(Open).Then(Opened);

    [Fact]
    public void COURSE_1_Words_that_fit_no_condition_are_kept_without_one() =>
        Assert.Equal((null, "a burning hand"), Fresh.When(Open with { Condition = null, OwnWords = " a burning hand " }).Events[0] is Event.Opened e ? (e.Term, e.OwnWords) : default);

    [Fact]
    public void COURSE_1_Neither_condition_nor_words_is_refused() => Fresh.When(Open with { Condition = null, OwnWords = " " }).ThenRefused("course.no-condition");

    [Fact]
    public void COURSE_1_A_condition_of_another_programme_is_refused() => Fresh.When(Open with { Condition = "depression" }).ThenRefused("course.condition-not-here");

    [Fact]
    public void COURSE_2_One_open_course_for_a_person_in_a_programme() =>
        Assert.Equal($"courses/{Other.Value}", Fresh.When(Open with { AlreadyOpen = Other }).ThenRefused("course.one-at-a-time")[0].Remedy?.Resource);

    [Theory]
    [InlineData(null, 0, false, "course.pilot-not-open")]
    [InlineData(null, 50, true, null)]
    [InlineData(8, 7, false, null)]
    [InlineData(8, 8, false, "course.pilot-full")]
    [InlineData(8, 9, true, "course.pilot-full")]
    public void COURSE_3_A_pilot_opens_only_while_its_cap_allows(int? cap, int soFar, bool invented, string? refusal)
    {
        var answer = Fresh.When(Open with { Programme = Invented.Programme with { Pilot = new Pilot(IsPilot: true, cap) }, PatientsSoFar = soFar, PeopleAreInvented = invented });
        if (refusal is null)
        {
            Assert.Equal(2, answer.Events.Count);
        }
        else
        {
            answer.ThenRefused(refusal);
        }
    }

    [Fact]
    public void COURSE_2_All_reasons_are_given_at_once() =>
        Fresh.When(Open with { AlreadyOpen = Other, Condition = null, OwnWords = null }).ThenRefused("course.one-at-a-time", "course.no-condition");
}
