using Sojourn.Domain.Kernel;
using Sojourn.Domain.Screening;
using static Sojourn.Domain.Screening.Assessment;
using static Sojourn.Domain.Screening.EligibilityDecision;
using static Sojourn.Domain.Tests.Screening.Rules;

namespace Sojourn.Domain.Tests.Screening;

public sealed class DecidingEligibility
{
    private static readonly CourseId Course = new(new Guid(5, 0, 0, new byte[8]));
    private static readonly StaffId Doctor = new(new Guid(6, 0, 0, new byte[8]));

    private static Eligible Plainly { get; } = new(Suitable, null, new Dictionary<string, string>(), [], null, null, null, null);

    private static Eligible Declined { get; } = Plainly with
    {
        Decision = NotNow, Reason = "Pressure too high today", PlainWords = "Your pressure is high just now.", Call = "The clinic, 555-0142", RecheckOn = Today.AddDays(30),
    };

    [Fact]
    public void SCREEN_15_Suitable_stores_what_it_rests_on_and_until_when()
    {
        var decided = Decided(Asking(Plainly, Healthy, "Sertraline 50 mg"));
        Assert.Equal((Suitable, EligibilityOutcome.Eligible, "invented", 3, Doctor), (decided.Decision, decided.Outcome, decided.Programme, decided.ProgrammeVersion, decided.DecidedBy));
        Assert.Equal(["M09"], decided.Findings.Select(used => used.Finding.Rule));
        Assert.Equal(Today.AddDays(360), decided.ValidUntil);
    }

    [Fact]
    public void SCREEN_15_An_older_test_ends_it_earlier_and_the_pressure_does_not() =>
        Assert.Equal(
            Today.AddDays(260),
            Decided(Asking(Plainly, But(YesNo("ecg-abnormal", "no") with { At = Now.AddDays(-100) }, Number("resting-systolic", 120) with { At = Now.AddDays(-29) }))).ValidUntil);

    [Fact]
    public void SCREEN_16_Incomplete_is_refused_with_every_missing_question_as_a_link()
    {
        var reasons = Asking(Plainly, [Number("resting-systolic", 120), YesNo("aneurysm", "no")]).ThenRefused("screening.incomplete", "screening.incomplete");
        Assert.Equal(
            [$"courses/{Course.Value}/screening#fact-resting-diastolic", $"courses/{Course.Value}/screening#fact-pregnancy-test"],
            reasons.Select(reason => reason.Remedy?.Resource));
    }

    [Fact]
    public void SCREEN_17_Suitable_over_what_excludes_is_refused_whatever_is_noted() =>
        Asking(Noting("E09", "I know better"), But(YesNo("aneurysm", "yes"))).ThenRefused("screening.excluded");

    [Fact]
    public void SCREEN_17_Suitable_over_what_defers_is_refused() => Asking(Plainly, But(YesNo("airway-infection", "yes"))).ThenRefused("screening.deferred");

    [Fact]
    public void SCREEN_18_Suitable_over_what_asks_for_review_needs_a_note_for_each()
    {
        var facts = But(Number("resting-systolic", 145));
        var reasons = Asking(Plainly, facts, "Lorazepam 1 mg").ThenRefused("screening.finding-not-weighed", "screening.finding-not-weighed");
        Assert.Equal(["note-E01", "note-M01"], reasons.Select(reason => reason.Field));
        Asking(Noting("E01", "Treated, falling"), facts, "Lorazepam 1 mg").ThenRefused("screening.finding-not-weighed");
        Assert.Equal("Treated, falling", Assert.Single(Decided(Asking(Noting("E01", " Treated, falling "), facts)).Findings).Note);
    }

    [Fact]
    public void SCREEN_19_Conditions_belong_to_suitable_with_conditions()
    {
        Asking(Plainly with { Decision = SuitableWithConditions, Conditions = [" "] }, Healthy).ThenRefused("screening.no-condition");
        Asking(Plainly with { Conditions = ["Pressure below the clinic's limit before the dose"] }, Healthy).ThenRefused("screening.conditions-with-suitable");
        Assert.Equal(
            ["Pressure below the clinic's limit before the dose"],
            Decided(Asking(Plainly with { Decision = SuitableWithConditions, Conditions = ["Pressure below the clinic's limit before the dose", ""] }, Healthy)).Conditions);
    }

    [Fact]
    public void SCREEN_20_Not_now_needs_a_reason_kind_words_and_a_day_to_look_again()
    {
        Asking(Plainly with { Decision = NotNow }, []).ThenRefused("screening.no-reason", "screening.no-plain-words", "screening.nobody-to-call", "screening.no-recheck");
        var decided = Decided(Asking(Declined, []));
        Assert.Equal((Today.AddDays(30), null), (decided.RecheckOn, decided.ValidUntil));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(731, true)]
    [InlineData(732, false)]
    public void SCREEN_20_The_day_to_look_again_is_after_today_and_within_two_years(int days, bool good)
    {
        var answer = Asking(Declined with { RecheckOn = Today.AddDays(days) }, []);
        if (good)
        {
            Assert.Equal(NotNow, Decided(answer).Decision);
        }
        else
        {
            answer.ThenRefused("screening.no-recheck");
        }
    }

    [Fact]
    public void SCREEN_21_Not_suitable_says_what_else_may_help()
    {
        var declined = Declined with { Decision = NotSuitable, RecheckOn = null };
        Asking(declined, But(YesNo("aneurysm", "yes"))).ThenRefused("screening.no-alternatives");
        Assert.Equal("Physiotherapy", Decided(Asking(declined with { Alternatives = "Physiotherapy" }, But(YesNo("aneurysm", "yes")))).Alternatives);
    }

    [Fact]
    public void SCREEN_13_What_is_found_while_deciding_is_recorded_as_well() =>
        Assert.Contains(Asking(Declined, [], "Lorazepam").Events, e => e is Event.FindingRecorded { Finding.Rule: "M01" });

    private static Spec<Command, State, Event> Asking(Eligible eligible, IReadOnlyList<FactAnswer> facts, params string[] medicines) =>
        Fresh.When(new Command.Decide(eligible, Course, new OnRecord(facts, medicines), Set, Doctor, Now));

    private static Eligible Noting(string rule, string note) => Plainly with { Notes = new Dictionary<string, string> { [rule] = note } };

    private static Event.EligibilityDecided Decided(Spec<Command, State, Event> answer) => answer.Events.OfType<Event.EligibilityDecided>().Single();
}
