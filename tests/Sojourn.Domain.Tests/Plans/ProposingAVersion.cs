using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Plans.Plan;

namespace Sojourn.Domain.Tests.Plans;

public sealed class ProposingAVersion
{
    [Fact] // PLAN-2
    public void The_programmes_own_plan_differs_nowhere()
    {
        var proposed = Assert.IsType<Event.VersionProposed>(Assert.Single(PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.Propose).Events));
        Assert.Equal((1, 6, 5, 3), (proposed.Version, proposed.Sessions, proposed.GapDays, proposed.ProgrammeVersion));
        Assert.Empty(proposed.Differences);
        Assert.Equal([Party.Patient, Party.Therapist, Party.Prescriber], proposed.AgreementOf);
    }

    [Fact] // PLAN-1
    public void A_plan_needs_an_end_goal() => PlanStory.Given().When(PlanStory.Propose).ThenRefused("plan.no-goal");

    [Fact] // PLAN-3
    public void Two_changes_are_two_differences_each_with_its_reason()
    {
        var four = PlanStory.With(terms => terms.Line("medicine", 4, 10), ("induction/medicine/count", "Sensitive to medicine"), ("induction/medicine/gap", "Works away"));
        var proposed = Assert.IsType<Event.VersionProposed>(Assert.Single(PlanStory.Given(PlanStory.SleepAgain).When(four).Events));
        Assert.Equal(
            [
                new("induction/medicine/count", "Medicine session, how many", "6", "4", "Sensitive to medicine"),
                new("induction/medicine/gap", "Medicine session, days between", "3 to 7", "10", "Works away"),
            ],
            proposed.Differences);
    }

    [Fact] // PLAN-3
    public void Every_unexplained_difference_is_named()
    {
        var story = PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms.Line("medicine", 4, 10)));
        Assert.Equal(
            ["why-induction-medicine-count", "why-induction-medicine-gap"],
            story.Reasons.Where(r => r.Code == "plan.difference-unexplained").Select(r => r.Field));
    }

    [Theory] // PLAN-3: both ends of the programme's range are inside it
    [InlineData(3, 0)]
    [InlineData(7, 0)]
    [InlineData(2, 1)]
    [InlineData(8, 1)]
    public void Inside_the_programmes_range_nothing_differs(int gap, int differences) =>
        Assert.Equal(differences, Differences(PlanStory.Template, PlanStory.Terms.Line("medicine", 6, gap), PlanStory.NoReasons).Count);

    [Fact] // PLAN-4
    public void Without_a_prescriber_and_a_nurse_there_is_no_plan_with_medicine()
    {
        var story = PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms with { Team = new(PlanStory.Therapist, null, null) }));
        Assert.Equal("prescriber", story.ThenRefused("plan.no-prescriber").Field);
        Assert.Equal("nurse", story.ThenRefused("plan.no-nurse").Field);
    }

    [Fact] // PLAN-4
    public void Who_must_agree_must_be_named() =>
        PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms with { Team = new(null, PlanStory.Prescriber, PlanStory.Nurse) })).ThenRefused("plan.no-therapist");

    [Fact] // PLAN-5
    public void A_route_that_the_programme_does_not_have_is_refused() =>
        PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms with { Route = DoseRoute.IvInfusion })).ThenRefused("plan.route-not-allowed");

    [Fact] // PLAN-5
    public void An_aim_that_the_route_does_not_reach_is_refused() =>
        PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms with { Route = DoseRoute.Intramuscular })).ThenRefused("plan.aim-not-by-this-route");

    [Fact] // PLAN-5
    public void Route_and_aim_are_asked_for_together()
    {
        var story = PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms with { Route = null, Aim = null }));
        story.ThenRefused("plan.no-route");
        story.ThenRefused("plan.no-aim");
    }

    [Theory] // PLAN-6: at least 48 hours between
    [InlineData(1, true)]
    [InlineData(2, false)]
    public void Sessions_nearer_than_the_programmes_hours_are_refused(int gap, bool refused)
    {
        var story = PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms.Line("medicine", 6, gap), ("induction/medicine/gap", "Short stay")));
        if (refused)
        {
            story.ThenRefused("plan.gap-too-short");
        }
        else
        {
            Assert.Single(story.Events);
        }
    }

    [Theory]
    [InlineData(-1, 5, "plan.count-implausible")]
    [InlineData(61, 5, "plan.count-implausible")]
    [InlineData(6, 0, "plan.gap-implausible")]
    [InlineData(6, 366, "plan.gap-implausible")]
    [InlineData(6, null, "plan.no-gap")]
    public void Slips_of_the_pen_are_caught(int count, int? gap, string code) =>
        PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms.Line("medicine", count, gap))).ThenRefused(code);

    [Fact]
    public void A_session_that_the_programme_does_not_have_is_refused() =>
        PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms with { Lines = [.. terms.Lines, new("induction", "massage", 1, null)] })).ThenRefused("plan.no-such-session");

    [Fact]
    public void A_session_listed_twice_is_refused() =>
        PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.With(terms => terms with { Lines = [.. terms.Lines, terms.Lines[0]] })).ThenRefused("plan.line-twice");

    [Fact]
    public void A_programme_without_medicine_has_no_route_no_nurse_and_no_aim()
    {
        var talking = PlanStory.Template with { GivesMedicine = false, Routes = [], Lines = [PlanStory.Template.Lines[0]] };
        var terms = new PlanTerms([PlanStory.Terms.Lines[0]], null, null, new(PlanStory.Therapist, PlanStory.Prescriber, null));
        Assert.Single(PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.Propose with { Template = talking, Terms = terms }).Events);
        PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.Propose with { Template = talking, Terms = terms with { Route = DoseRoute.Oral } }).ThenRefused("plan.no-medicine-here");
    }

    [Fact]
    public void A_role_that_cannot_agree_is_the_programme_files_fault() =>
        PlanStory.Given(PlanStory.SleepAgain).When(PlanStory.Propose with { Template = PlanStory.Template with { UnknownRoles = ["front-desk"] } }).ThenRefused("plan.role-cannot-agree");

    [Fact] // PLAN-2
    public void The_form_starts_with_the_programmes_own_figures()
    {
        var start = PlanStory.Template.Start();
        Assert.Equal([new PlanLine("preparation", "preparation", 1, 7), new("induction", "medicine", 6, 5), new("induction", "integration", 6, null)], start.Lines);
        Assert.Empty(Differences(PlanStory.Template, start, PlanStory.NoReasons));
    }

    [Theory] // PLAN-3: six sessions in 21 to 42 days
    [InlineData(3, 1)]
    [InlineData(5, 0)]
    [InlineData(7, 0)]
    public void A_series_outside_the_programmes_window_differs(int gap, int differences)
    {
        var windowed = PlanStory.Template with { Lines = [.. PlanStory.Template.Lines.Select(l => l.Session == "medicine" ? l with { WindowDays = new(21, 42) } : l)] };
        Assert.Equal(differences, Differences(windowed, PlanStory.Terms.Line("medicine", 6, gap), PlanStory.NoReasons).Count(d => d.Id == "induction/medicine/window"));
    }
}
