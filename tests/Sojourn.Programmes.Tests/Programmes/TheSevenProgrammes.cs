using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Tests.Programmes;

public sealed class TheSevenProgrammes
{
    private static readonly ProgrammeLibrary Library = ProgrammeLibrary.LoadShipped();

    public static TheoryData<string> Ids =>
        ["rise-chronic-pain", "atma-chronic-pain", "solo-depression-standard", "solo-depression-intensive", "neurorelief-infusion-kap", "neurorelief-infusion-only", "hea-trauma"];

    [Fact]
    public void R_39_Each_looks_back_with_the_patient_after_the_third_and_the_sixth_medicine_session() =>
        Assert.All(ProgrammeLibrary.LoadShipped().ById.Values, programme => Assert.Equal([3, 6], programme.Reviews.Where(review => review.Action == ReviewAction.Choose).Select(review => review.AfterMedicineSession)));

    [Fact]
    public void Load_without_a_fault()
    {
        Assert.Empty(Library.Faults.Select(fault => fault.ToString()));
        Assert.Equal(Ids.Select(row => row.Data).Order(), Library.ById.Keys.Order());
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Have_conditions_that_read_back_as_they_are_written(string id)
    {
        var facts = Library.ById[id].Facts.ToDictionary(fact => fact.Id);
        Assert.All(Library.ById[id].Eligibility, rule =>
        {
            var findings = new Findings();
            var again = TriggerText.Read(new YamlScalar("here", 1, rule.When.Words(), false), facts, findings);
            Assert.Empty(findings.Faults);
            Assert.Equal(rule.When.Words(), again!.Words());
        });
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Carry_all_rules_of_the_core(string id)
    {
        var programme = Library.ById[id];
        for (var rule = 1; rule <= 43; rule++)
        {
            Assert.Contains(programme.Eligibility, one => one.Id == $"E{rule:00}");
        }

        Assert.Equal(Enumerable.Range(1, 21).Select(rule => $"M{rule:00}"), programme.MedicineRules.Select(rule => rule.Id));
        for (var code = 1; code <= 17; code++)
        {
            Assert.Contains(programme.Alerts, alert => alert.Code == $"A{code:00}");
        }

        for (var criterion = 1; criterion <= 10; criterion++)
        {
            Assert.Contains(programme.Discharge, one => one.Id == $"D{criterion:00}");
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Are_proposals_until_a_medical_lead_signs(string id) => Assert.False(Library.ById[id].Authorship.IsSigned);

    [Theory]
    [MemberData(nameof(Ids))]
    public void Have_limits_and_cadence_for_every_route_and_questions_left_open(string id)
    {
        var programme = Library.ById[id];
        Assert.NotEmpty(programme.Dosing);
        Assert.All(programme.Dosing, dosing => Assert.NotNull(programme.VitalsBy(dosing.Route)));
        Assert.NotEmpty(programme.Unanswered);
        Assert.NotEmpty(programme.Conditions);
        Assert.True(programme.NoDriving is { Hours: 24, UntilAfterSleep: true });
    }

    [Fact]
    public void Rise_offers_a_full_day_for_about_250_in_a_group_and_360_alone()
    {
        var rise = Library.ById["rise-chronic-pain"];
        Assert.Equal((250m, null, true), Prices(rise, SessionFormat.Group));
        Assert.Equal((360m, null, true), Prices(rise, SessionFormat.Individual));
        Assert.Equal([14], rise.Measures.Single(measure => measure.Id == "relief-watch").At);
        Assert.Equal(["counselling", "massage", "acupuncture", "kinesiology"], rise.Adjuncts.Select(adjunct => adjunct.Id));
        Assert.Equal(["troche", "spray"], rise.Rescue!.Forms.Select(form => form.Id));
        Assert.Equal(3, rise.ChronicAfterMonths!.Value);
        Assert.Contains("chronic regional pain syndrome", rise.Conditions.Single(condition => condition.Id == "crps").Synonyms);
    }

    private static (decimal?, string?, bool) Prices(Programme programme, SessionFormat format)
    {
        var price = programme.Prices.Single(one => one.Format == format);
        return (price.Amount, price.Currency, price.Approximate);
    }

    [Theory]
    [InlineData("solo-depression-standard", 21, 42)]
    [InlineData("solo-depression-intensive", 14, 21)]
    public void Solo_gives_six_sessions_in_its_window_and_a_ladder_decided_by_three(string id, int least, int most)
    {
        var solo = Library.ById[id];
        var series = solo.Phases.Single(phase => phase.Kind == PhaseKind.Induction);
        Assert.Equal(new Bounds<int>(least, most), series.WindowDays);
        Assert.Equal(new Bounds<int>(6, 6), series.Sessions.Single(booked => booked.SessionId == "medicine-session").Count);
        Assert.Equal(["weekly", "fortnightly", "monthly", "as-needed"], solo.BoosterLadder.Select(step => step.Id));
        Assert.All(solo.BoosterLadder, step => Assert.Equal(["prescriber", "therapist", "patient"], step.DecidedBy));
        Assert.Equal(0m, solo.Prices.Single(price => price.Id == "consultation").Amount);
    }

    [Fact]
    public void Neurorelief_tries_therapy_as_a_pilot_and_gives_infusions_without_a_therapist()
    {
        Assert.Equal(new Pilot(true, null), Library.ById["neurorelief-infusion-kap"].Pilot);
        var only = Library.ById["neurorelief-infusion-only"];
        Assert.DoesNotContain(only.Sessions, session => session.Staff.Any(need => need.Role == Roles.Therapist));
        Assert.Equal([Roles.Patient, Roles.Prescriber], only.RequiredAgreements);
        Assert.Null(only.TherapyGap);
        Assert.Equal((90, 180), (only.Session("infusion")!.Minutes.Least, only.Session("infusion")!.Minutes.Most));
    }

    [Fact]
    public void Hea_has_five_helps_a_window_and_integration_by_video()
    {
        var hea = Library.ById["hea-trauma"];
        Assert.Equal(5, hea.IntentionTags.Count);
        Assert.Equal(7, hea.OpportunityWindow!.Days);
        Assert.Contains(RoomKind.Video, hea.Session("integration")!.Rooms);
        Assert.DoesNotContain(hea.SessionsOf(SessionKind.Medicine), session => session.Rooms.Contains(RoomKind.Video));
        Assert.Null(hea.Rescue);
    }

    /// <summary>Route, weight, the limit of one session in milligrams.</summary>
    [Theory]
    [InlineData("rise-chronic-pain", DoseRoute.Intramuscular, "60", "90")]
    [InlineData("rise-chronic-pain", DoseRoute.Intramuscular, "86.6", "129.9")]
    [InlineData("rise-chronic-pain", DoseRoute.Intramuscular, "87", "130")]
    [InlineData("rise-chronic-pain", DoseRoute.Sublingual, "60", "400")]
    [InlineData("neurorelief-infusion-kap", DoseRoute.IvInfusion, "60", "60")]
    public void Limit_a_session_to_the_lower_of_two_figures(string id, DoseRoute route, string kilograms, string milligrams)
    {
        var weight = new Kilograms(decimal.Parse(kilograms, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal(decimal.Parse(milligrams, System.Globalization.CultureInfo.InvariantCulture), Library.ById[id].DosingBy(route)!.PerSession.For(weight).Value);
    }

    /// <summary>A vital sign, and the alerts that it alone raises.</summary>
    [Theory]
    [InlineData("systolic", "159", "")]
    [InlineData("systolic", "160", "A01")]
    [InlineData("systolic", "179", "A01")]
    [InlineData("systolic", "180", "A01 A02")]
    [InlineData("diastolic", "99", "")]
    [InlineData("diastolic", "100", "A01")]
    [InlineData("diastolic", "110", "A01 A02")]
    [InlineData("heart-rate", "45", "")]
    [InlineData("heart-rate", "44", "A05")]
    [InlineData("heart-rate", "120", "")]
    [InlineData("heart-rate", "121", "A04")]
    [InlineData("spo2", "94", "")]
    [InlineData("spo2", "93", "A06")]
    [InlineData("spo2", "90", "A06")]
    [InlineData("spo2", "89", "A06 A07")]
    [InlineData("respiratory-rate", "8", "")]
    [InlineData("respiratory-rate", "7", "A07")]
    [InlineData("moaas", "3", "")]
    [InlineData("moaas", "2", "A11")]
    [InlineData("moaas", "1", "A11 A12")]
    [InlineData("rass", "-3", "")]
    [InlineData("rass", "-4", "A11")]
    [InlineData("overdue-minutes", "5", "")]
    [InlineData("overdue-minutes", "6", "A17")]
    public void Call_at_the_threshold_and_not_beside_it(string fact, string value, string codes)
    {
        var facts = new Dictionary<string, FactValue> { [fact] = new FactValue.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)) };
        var raised = Library.ById["rise-chronic-pain"].Alerts.Where(alert => alert.When.Over(facts) == Truth.Yes).Select(alert => alert.Code);
        Assert.Equal(codes, string.Join(' ', raised));
    }

    /// <summary>A number found at the assessment, and the rules that it alone fires.</summary>
    [Theory]
    [InlineData("resting-systolic", "139", "")]
    [InlineData("resting-systolic", "140", "E01")]
    [InlineData("resting-systolic", "160", "E01 E03")]
    [InlineData("resting-systolic", "180", "E01 E03 E04")]
    [InlineData("age", "17", "E39")]
    [InlineData("age", "18", "")]
    [InlineData("age", "64", "")]
    [InlineData("age", "65", "E39-older")]
    [InlineData("bmi", "30", "E40")]
    [InlineData("audit-c", "4", "E24")]
    [InlineData("audit-c", "7", "E24")]
    [InlineData("audit-c", "8", "E23 E24")]
    [InlineData("egfr", "29", "E31")]
    [InlineData("egfr", "30", "")]
    [InlineData("liver-enzymes-times-normal", "3", "")]
    [InlineData("liver-enzymes-times-normal", "3.1", "E30")]
    [InlineData("pain-months", "2", "E45")]
    [InlineData("pain-months", "3", "")]
    public void Find_at_the_threshold_and_not_beside_it(string fact, string value, string rules)
    {
        var facts = new Dictionary<string, FactValue> { [fact] = new FactValue.Number(decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture)) };
        var fired = Library.ById["rise-chronic-pain"].Eligibility.Where(rule => rule.When.Over(facts) == Truth.Yes).Select(rule => rule.Id);
        Assert.Equal(rules, string.Join(' ', fired));
    }

    [Theory]
    [InlineData("3", "male", "")]
    [InlineData("3", "female", "E24")]
    [InlineData("3", "other", "E24")]
    [InlineData("2", "female", "")]
    public void Ask_the_cut_off_of_alcohol_by_sex(string score, string sex, string rules)
    {
        var facts = new Dictionary<string, FactValue>
        {
            ["audit-c"] = new FactValue.Number(decimal.Parse(score, System.Globalization.CultureInfo.InvariantCulture)),
            ["recorded-sex"] = new FactValue.Choice(sex),
        };
        var fired = Library.ById["rise-chronic-pain"].Eligibility.Where(rule => rule.When.Over(facts) == Truth.Yes).Select(rule => rule.Id);
        Assert.Equal(rules, string.Join(' ', fired));
    }

    [Theory]
    [InlineData("Lorazepam 1 mg at night", "M01")]
    [InlineData("sertraline", "M09")]
    [InlineData("St John's Wort", "M13")]
    [InlineData("Tylenol", "")]
    [InlineData("Methadone 10 mg", "M04 M21")]
    [InlineData("lithium", "M10")]
    [InlineData("psilocybin", "M18")]
    public void Know_medicines_by_name_as_whole_words(string medicine, string rules) =>
        Assert.Equal(rules, string.Join(' ', Library.ById["hea-trauma"].MedicineRules.Where(rule => rule.Matches(medicine)).Select(rule => rule.Id)));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Have_blocking_questions_for_every_exclusion(string id) =>
        Assert.All(Library.ById[id].Eligibility.Where(rule => rule.Verdict == Verdict.Exclude), rule => Assert.True(rule.BlocksUnanswered, rule.Id));
}
