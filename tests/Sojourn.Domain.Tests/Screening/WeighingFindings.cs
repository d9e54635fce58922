using FsCheck;
using FsCheck.Fluent;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;
using static Sojourn.Domain.Tests.Screening.Rules;

namespace Sojourn.Domain.Tests.Screening;

public sealed class WeighingFindings
{
    [Theory]
    [InlineData(139, 89, EligibilityOutcome.Eligible)]
    [InlineData(140, 89, EligibilityOutcome.NeedsReview)]
    [InlineData(139, 90, EligibilityOutcome.NeedsReview)]
    [InlineData(141, 91, EligibilityOutcome.NeedsReview)]
    [InlineData(159, 99, EligibilityOutcome.NeedsReview)]
    [InlineData(160, 99, EligibilityOutcome.Deferred)]
    [InlineData(159, 100, EligibilityOutcome.Deferred)]
    [InlineData(179, 119, EligibilityOutcome.Deferred)]
    [InlineData(180, 119, EligibilityOutcome.Excluded)]
    [InlineData(179, 120, EligibilityOutcome.Excluded)]
    [InlineData(181, 121, EligibilityOutcome.Excluded)]
    public void SCREEN_7_Pressure_below_at_and_above_each_threshold(int systolic, int diastolic, EligibilityOutcome outcome) =>
        Assert.Equal(outcome, Weigh(But(Number("resting-systolic", systolic), Number("resting-diastolic", diastolic))).Outcome);

    [Fact]
    public void SCREEN_8_What_is_missing_comes_before_what_excludes()
    {
        var evaluation = Weigh(But(YesNo("aneurysm", "yes"), Answer("pregnancy-test", FactKind.Choice, null)));
        Assert.Equal(EligibilityOutcome.Incomplete, evaluation.Outcome);
        Assert.Equal(["pregnancy-test"], evaluation.Missing.Select(question => question.Id));
        Assert.Equal(["E09"], evaluation.Of(Verdict.Exclude).Select(finding => finding.Rule));
    }

    [Fact]
    public void SCREEN_8_What_excludes_comes_before_what_defers_before_what_asks_for_review()
    {
        var evaluation = Weigh(But(YesNo("aneurysm", "yes"), YesNo("airway-infection", "yes"), Number("resting-systolic", 145)), "Lorazepam 1 mg");
        Assert.Equal(EligibilityOutcome.Excluded, evaluation.Outcome);
        Assert.Equal(["E09", "E34", "E01", "M01"], evaluation.Findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void SCREEN_8_A_missing_answer_that_excludes_nobody_is_only_not_asked()
    {
        var evaluation = Weigh(But(YesNo("airway-infection", null)));
        Assert.Equal(EligibilityOutcome.Eligible, evaluation.Outcome);
        Assert.Equal(["airway-infection"], evaluation.NotAsked.Select(question => question.Id));
    }

    [Fact]
    public void SCREEN_8_One_known_pressure_can_exclude_without_the_other() =>
        Assert.Contains(Weigh([Number("resting-systolic", 185)]).Findings, finding => finding.Rule == "E04");

    [Fact]
    public void SCREEN_9_A_finding_shows_its_figures_where_they_come_from_and_its_source()
    {
        var finding = Assert.Single(Weigh(But(Number("resting-systolic", 152) with { From = "vital signs" })).Findings);
        Assert.Equal(["Systolic pressure at rest 152 mmHg", "Diastolic pressure at rest 80 mmHg"], finding.Figures.Select(figure => figure.Words));
        Assert.Equal("vital signs", finding.Figures[0].From);
        Assert.Equal("resting-systolic >= 140 or resting-diastolic >= 90", finding.Condition);
        Assert.Equal("known Label", finding.Source);
    }

    [Fact]
    public void SCREEN_10_An_SSRI_gives_a_note_and_no_block()
    {
        var evaluation = Weigh(Healthy, "Sertraline 50 mg");
        Assert.Equal(EligibilityOutcome.Eligible, evaluation.Outcome);
        Assert.Equal(("M09", Verdict.Allow), (evaluation.Findings[0].Rule, evaluation.Findings[0].Verdict));
    }

    [Fact]
    public void SCREEN_10_A_medicine_marked_for_review_waits_for_the_prescriber() => Assert.Equal(EligibilityOutcome.NeedsReview, Weigh(Healthy, "lorazepam").Outcome);

    [Fact]
    public void SCREEN_10_A_medicine_rule_for_another_route_is_no_matter() => Assert.Empty(Weigh(Healthy, "Fluticasone spray").Findings);

    [Theory]
    [InlineData(29, false)]
    [InlineData(30, false)]
    [InlineData(31, true)]
    public void SCREEN_11_An_answer_too_old_counts_as_not_known(int days, bool stale)
    {
        var evaluation = Weigh(But(Number("resting-systolic", 120) with { At = Now.AddDays(-days) }));
        Assert.Equal(stale ? EligibilityOutcome.Incomplete : EligibilityOutcome.Eligible, evaluation.Outcome);
        Assert.Equal(stale ? 1 : 0, evaluation.Stale.Count);
    }

    [Fact]
    public void SCREEN_12_A_deferral_says_when_to_look_again() => Assert.Equal(14, Weigh(But(Number("resting-systolic", 160))).LookAgainInDays);

    [Fact]
    public void SCREEN_7_A_higher_pressure_never_makes_a_milder_outcome()
    {
        var pressures = Gen.Two(Gen.Choose(50, 300));
        Prop.ForAll(Arb.From(pressures), pair =>
        {
            var (low, high) = (Math.Min(pair.Item1, pair.Item2), Math.Max(pair.Item1, pair.Item2));
            return Weigh(But(Number("resting-systolic", high))).Outcome <= Weigh(But(Number("resting-systolic", low))).Outcome;
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }

    [Fact]
    public void SCREEN_8_Knowing_more_never_brings_back_what_was_missing()
    {
        var subsets = Gen.Choose(0, (1 << Healthy.Count) - 1);
        Prop.ForAll(Arb.From(subsets), mask =>
        {
            var some = Healthy.Where((_, index) => (mask >> index & 1) == 1).ToList();
            return Weigh(some).Missing.Count >= Weigh([.. some, .. Healthy.Except(some).Take(1)]).Missing.Count;
        }).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true));
    }
}
