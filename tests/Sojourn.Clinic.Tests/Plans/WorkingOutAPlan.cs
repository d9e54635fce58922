using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tests.Plans;

public sealed class WorkingOutAPlan
{
    [Fact] // PLAN-8, PLAN-10
    public async Task A_plan_comes_into_force_with_the_third_agreement_and_stays_until_the_next_is_agreed()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose();
        Assert.Equal([Party.Patient, Party.Therapist, Party.Prescriber], course.Plan.Latest!.Missing);
        await course.AgreeAll();
        Assert.False(course.Plan.Waits);

        var monthly = course.Terms with { Lines = [.. course.Terms.Lines.Select(l => l.Session == "medicine-session" ? l with { Count = 4, GapDays = 10 } : l)] };
        await course.Propose(monthly, ("series/medicine-session/count", "Sensitive to medicine"));
        var sheet = course.Plan;
        Assert.Equal((1, 2), (sheet.Active!.Row.Version, sheet.Latest!.Row.Version));
        Assert.Equal("Sensitive to medicine", Assert.Single(sheet.Latest.Differences).Reason);
        Assert.Equal(6, course.Clinic.Read(r => r.Value<int>("select sessions from plan")));

        await course.AgreeAll(2);
        Assert.Equal(2, course.Plan.Active!.Row.Version);
        Assert.Equal((4, 10), course.Clinic.Read(r => (r.Value<int>("select sessions from plan"), r.Value<int>("select gap_days from plan"))));
    }

    [Fact] // PLAN-17, R-23
    public async Task An_agreed_plan_comes_into_force_by_itself_when_the_baseline_measures_are_in()
    {
        await using var course = await PlannedCourse.Open(isMeasured: false);
        await course.Propose();
        await course.Clinic.Do(desk => PlanDesk.Agree(desk, course.Course, 1, Party.Patient, "Ana Ruiz"), course.Patient);
        await course.Clinic.Do(desk => PlanDesk.Agree(desk, course.Course, 1, Party.Therapist), course.Therapist);
        await course.Clinic.Do(desk => PlanDesk.Agree(desk, course.Course, 1, Party.Prescriber), course.Prescriber);
        await course.Clinic.React();
        Assert.Null(course.Plan.Active);
        Assert.True(course.Plan.AwaitsMeasures);

        await course.Measure();
        await course.Clinic.React();
        Assert.Equal(1, course.Plan.Active!.Row.Version);
    }

    [Fact] // PLAN-14
    public async Task An_agreement_taken_back_leaves_nothing_in_force_and_somebody_to_talk()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose();
        await course.AgreeAll();
        await course.Clinic.Do(desk => PlanDesk.WithdrawAgreement(desk, course.Course, 1, Party.Patient, "I need time"), course.Patient);
        var sheet = course.Plan;
        Assert.Null(sheet.Active);
        Assert.Equal([Party.Patient], sheet.Latest!.Missing);
        Assert.Equal("I need time", Assert.Single(sheet.Withdrawals).Reason);
        await course.Clinic.React();
        Assert.Contains(Tasks(course), t => t.Kind == "talk-about-agreement" && t.Owner == course.Therapist.Text);
    }

    [Fact] // PLAN-11
    public async Task Nobody_agrees_between_dose_and_discharge()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose();
        var session = await course.Dose(course.Clinic.Now);
        Assert.True(course.AtHand.UnderMedicine);
        Assert.Equal(["plan.under-medicine"], await course.Clinic.Refused(desk => PlanDesk.Agree(desk, course.Course, 1, Party.Patient, "Ana Ruiz"), course.Patient));
        Assert.Equal(["plan.under-medicine"], await course.Clinic.Refused(desk => PlanDesk.Agree(desk, course.Course, 1, Party.Prescriber), course.Prescriber));
        await course.GoHome(session, course.Clinic.Now.AddHours(3));
        await course.AgreeAll();
        Assert.NotNull(course.Plan.Active);
    }

    [Fact] // PLAN-4
    public async Task Whoever_is_named_works_here_as_what_they_are_named()
    {
        await using var course = await PlannedCourse.Open();
        await course.Clinic.Do(desk => PlanDesk.SetGoal(desk, course.Course, new GoalId(course.Course.Value), "Sleep"), course.Patient);
        var swapped = course.Terms with { Team = new(course.Clinic.Nurse, course.Clinic.Prescriber, course.Clinic.Therapist) };
        Assert.Equal(["plan.team-role", "plan.team-role"], await course.Clinic.Refused(desk => PlanDesk.Propose(desk, course.Course, swapped, new Dictionary<string, string>(StringComparer.Ordinal), null), course.Therapist));
    }

    [Fact] // PLAN-12
    public async Task A_nurse_cannot_say_the_therapists_yes()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose();
        Assert.Equal(["plan.not-in-team"], await course.Clinic.Refused(desk => PlanDesk.Agree(desk, course.Course, 1, Party.Therapist), course.Nurse));
    }

    [Fact]
    public async Task Nobody_reaches_into_another_patients_course()
    {
        await using var course = await PlannedCourse.Open();
        var other = await course.Clinic.Register("Bea", "Holm", "1979-02-01");
        Assert.Equal(["course.not-yours"], await course.Clinic.Refused(desk => PlanDesk.SetGoal(desk, course.Course, new GoalId(Guid.CreateVersion7()), "Mine"), Actor.Person(other)));
    }

    [Fact]
    public async Task An_unknown_course_is_refused() 
    {
        await using var course = await PlannedCourse.Open();
        Assert.Equal(["course.unknown"], await course.Clinic.Refused(desk => PlanDesk.SetGoal(desk, new CourseId(Guid.CreateVersion7()), new GoalId(Guid.CreateVersion7()), "Mine")));
    }

    [Fact] // PLAN-15
    public async Task The_team_of_the_plan_in_force_is_the_courses_team_and_the_tasks_settle()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose();
        await course.Clinic.React();
        Assert.Equal(
            [course.Prescriber.Text, course.Therapist.Text],
            Tasks(course).Where(t => t.Kind == "agree-to-plan").Select(t => t.Owner).OrderBy(o => o == course.Therapist.Text));
        await course.AgreeAll();
        await course.Clinic.React();
        Assert.DoesNotContain(Tasks(course), t => t.Kind == "agree-to-plan");
        var row = course.Clinic.Read(records => CourseRecords.One(records, course.Course))!;
        Assert.Equal((course.Clinic.Therapist, course.Clinic.Prescriber, course.Clinic.Nurse), (row.TherapistId, row.PrescriberId, row.NurseId));
    }

    [Fact] // PLAN-7
    public async Task A_suggestion_is_somebodys_until_it_is_answered()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose();
        var suggestion = new SuggestionId(Guid.CreateVersion7());
        await course.Clinic.Do(desk => PlanDesk.SuggestChange(desk, course.Course, suggestion, "Fridays, please"), course.Patient);
        await course.Clinic.React();
        Assert.Contains(Tasks(course), t => t.Kind == "answer-suggestion");
        await course.Clinic.Do(desk => PlanDesk.AnswerSuggestion(desk, course.Course, suggestion, "The room is closed then."), course.Therapist);
        await course.Clinic.React();
        Assert.DoesNotContain(Tasks(course), t => t.Kind == "answer-suggestion");
        Assert.Equal("The room is closed then.", Assert.Single(course.Plan.Suggestions).Reply);
    }

    [Fact]
    public async Task Rebuilt_equals_kept_up()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose(course.Terms with { Lines = [.. course.Terms.Lines.Select(l => l.Session == "medicine-session" ? l with { Count = 4, GapDays = 10 } : l)] }, ("series/medicine-session/count", "Sensitive"));
        await course.AgreeAll();
        await course.Clinic.Do(desk => PlanDesk.SuggestChange(desk, course.Course, new SuggestionId(Guid.CreateVersion7()), "Fridays"), course.Patient);
        await course.Clinic.Do(desk => PlanDesk.WithdrawAgreement(desk, course.Course, 1, Party.Patient, null), course.Patient);
        await course.Clinic.RebuiltEqualsKeptUp("plan-board");
    }

    private static IReadOnlyList<TaskRow> Tasks(PlannedCourse course) => course.Clinic.Read(TaskRecords.Open);
}
