using Sojourn.Clinic.Courses;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Clinic.Tasks;
using Sojourn.Clinic.Tests.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;
using Sojourn.Domain.Screening;
using static Sojourn.Clinic.Tests.Courses.CoursesAtWork;

namespace Sojourn.Clinic.Tests.Screening;

public sealed class AssessingAPerson
{
    [Fact]
    public async Task SCREEN_22_From_nothing_known_to_suitable_standing_says_what_is_missing()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await clinic.OpenCourse(await clinic.Register());
        Assert.Contains("screening.not-decided", clinic.Standing(course));
        Assert.Contains("screening.incomplete", await clinic.Refused(desk => ScreeningDesk.Decide(desk, course, Decision(EligibilityDecision.Suitable)), Actor.Staff(clinic.Prescriber)));
        await clinic.RecordFacts(course);
        await clinic.Decide(course, Decision(EligibilityDecision.Suitable));
        Assert.DoesNotContain(clinic.Standing(course), code => code.StartsWith("screening.", StringComparison.Ordinal));
        Assert.DoesNotContain(clinic.Standing(course), code => code.StartsWith("team.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SCREEN_22_It_expires_the_day_after_its_last()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await Suitable(clinic);
        var until = clinic.Read(records => ScreeningRecords.One(records, course)).ValidUntil!.Value;
        clinic.Now = new DateTimeOffset(until, new TimeOnly(20, 0), TimeSpan.Zero);
        Assert.DoesNotContain("screening.expired", clinic.Standing(course));
        clinic.Now = clinic.Now.AddDays(1);
        Assert.Contains("screening.expired", clinic.Standing(course));
    }

    [Fact]
    public async Task SCREEN_13_A_medicine_for_review_recorded_later_waits_for_the_prescriber_and_an_SSRI_does_not()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var course = await Suitable(clinic, person);
        await Takes(clinic, person, "Sertraline", "50 mg");
        Assert.DoesNotContain("screening.new-finding", clinic.Standing(course));
        Assert.Contains(clinic.Read(records => ScreeningRecords.Findings(records, course)), finding => finding is { Verdict: "allow", Answer: "Sertraline 50 mg" });
        await Takes(clinic, person, "Lorazepam", "1 mg");
        Assert.Contains("screening.new-finding", clinic.Standing(course));
        await clinic.Decide(course, Decision(EligibilityDecision.Suitable, ("M01", "Only at night, two days before none")));
        Assert.DoesNotContain("screening.new-finding", clinic.Standing(course));
    }

    [Fact]
    public async Task SCREEN_13_A_vital_sign_on_the_record_answers_its_question()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var course = await clinic.OpenCourse(person);
        await clinic.RecordFacts(course);
        clinic.Now = clinic.Now.AddHours(1);
        await clinic.Do(desk => desk.Do(PersonSlice.Slice, person.Value, new Person.Command.RecordVitals(
            clinic.Now, [new(new FactId(Guid.CreateVersion7()), VitalKind.Systolic, 152), new(new FactId(Guid.CreateVersion7()), VitalKind.Diastolic, 84)], clinic.Now, "clinic")));
        await clinic.React();
        var finding = Assert.Single(clinic.Read(records => ScreeningRecords.Findings(records, course)));
        Assert.Equal("E01", finding.RuleId);
        Assert.Contains(finding.Read(), figure => figure is { Fact: "resting-systolic", From: "vital signs" } && figure.Words.EndsWith("152 mmHg", StringComparison.Ordinal));
    }

    [Fact]
    public async Task SCREEN_14_Age_and_sex_come_from_the_record()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register(born: "2010-01-01");
        var course = await clinic.OpenCourse(person);
        await clinic.Do(desk => ScreeningDesk.RecordFacts(desk, course, new Dictionary<string, string?> { ["age"] = "16" }));
        Assert.Contains(clinic.Read(records => ScreeningRecords.Findings(records, course)), finding => finding is { RuleId: "E39", Verdict: "exclude" });
        Assert.False(clinic.Read(records => records.Any("select 1 from screening_fact where fact = 'age'")));
    }

    [Fact]
    public async Task SCREEN_19_Conditions_of_the_decision_are_there_for_the_gate()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await clinic.OpenCourse(await clinic.Register());
        await clinic.RecordFacts(course, ("resting-systolic", "148"));
        var eligible = Decision(EligibilityDecision.SuitableWithConditions, ("E01", "Treated and falling")) with { Conditions = ["Pressure below the clinic's limit before the dose"] };
        await clinic.Decide(course, eligible);
        Assert.Equal(["Pressure below the clinic's limit before the dose"], clinic.Read(records => ScreeningRecords.Conditions(records, course)));
        Assert.Equal("Treated and falling", clinic.Read(records => ScreeningRecords.Findings(records, course)).Single(finding => finding.RuleId == "E01").Note);
    }

    [Fact]
    public async Task SCREEN_20_Not_now_blocks_medicine_and_is_listed_with_its_reason()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await clinic.OpenCourse(await clinic.Register());
        await clinic.Decide(course, Decision(EligibilityDecision.NotNow) with
        {
            Reason = "A chest infection", PlainWords = "First let your chest get well.", Call = "The clinic, 555-0100", RecheckOn = new DateOnly(2026, 12, 20),
        });
        Assert.Contains("screening.not-suitable", clinic.Standing(course));
        var declined = Assert.Single(clinic.Read(records => ScreeningRecords.Declined(records, clinic.Now.AddYears(-1))));
        Assert.Equal(("A chest infection", "Ida Test", new DateOnly(2026, 12, 20)), (declined.Reason, declined.DecidedBy, declined.RecheckOn));
    }

    [Fact]
    public async Task SCREEN_26_Looking_again_is_a_task_on_its_day_until_it_is_decided()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await clinic.OpenCourse(await clinic.Register());
        await clinic.Decide(course, Decision(EligibilityDecision.NotNow) with
        {
            Reason = "A chest infection", PlainWords = "First let your chest get well.", Call = "The clinic", RecheckOn = new DateOnly(2026, 12, 20),
        });
        await clinic.React();
        var task = Assert.Single(clinic.Read(TaskRecords.Open), task => task.Kind == "screening-recheck");
        Assert.Equal((new DateTimeOffset(2026, 12, 20, 17, 0, 0, TimeSpan.Zero), "Look again at the assessment of Ana Ruiz"), (task.DueAt, task.Words));
        await clinic.RecordFacts(course);
        await clinic.Decide(course, Decision(EligibilityDecision.Suitable));
        await clinic.React();
        Assert.DoesNotContain(clinic.Read(TaskRecords.Open), task => task.Kind == "screening-recheck");
    }

    [Fact]
    public async Task SCREEN_26_A_finding_since_the_decision_is_one_task_of_the_prescriber()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var course = await Suitable(clinic, person);
        await clinic.React();
        Assert.DoesNotContain(clinic.Read(TaskRecords.Open), task => task.Kind == "screening-new-finding");
        await Takes(clinic, person, "Lorazepam", null);
        await Takes(clinic, person, "Memantine", null);
        var task = Assert.Single(clinic.Read(TaskRecords.Open), task => task.Kind == "screening-new-finding");
        Assert.Equal($"staff/{clinic.Prescriber.Value:D}", task.Owner);
    }

    [Fact]
    public async Task SCREEN_15_Nobody_but_a_prescriber_decides()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await clinic.OpenCourse(await clinic.Register());
        Assert.Equal(["screening.prescriber-decides"], await clinic.Refused(desk => ScreeningDesk.Decide(desk, course, Decision(EligibilityDecision.NotNow)), Actor.Staff(clinic.Nurse)));
    }

    [Fact]
    public async Task COURSE_5_Found_suitable_the_course_goes_on_to_preparation()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await Suitable(clinic);
        await clinic.React();
        var row = clinic.Read(records => CourseRecords.One(records, course))!;
        Assert.Equal(Domain.Programmes.PhaseKind.Preparation, clinic.Runner.Programmes.Find(Pain)!.Phases.Single(phase => phase.Id == row.Phase).Kind);
    }

    [Fact]
    public async Task SCREEN_23_Nothing_is_recorded_for_a_closed_course()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await clinic.OpenCourse(await clinic.Register());
        await clinic.Do(desk => desk.Do(CourseSlice.Slice, course.Value, new Domain.Courses.Course.Command.Close("Moved away", null)));
        Assert.Equal(["course.closed"], await clinic.Refused(desk => ScreeningDesk.WeighAgain(desk, course)));
        Assert.Equal(["course.closed"], clinic.Standing(course));
    }

    [Fact]
    public async Task SCREEN_24_Rebuilt_from_nothing_equals_kept_up()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var course = await clinic.OpenCourse(person);
        var today = new DateOnly(2026, 11, 22);
        await clinic.Do(desk =>
        {
            ScreeningDesk.Do(desk, course, new Assessment.Command.AnswerReadiness(ReadinessSection.Pain, [new("pain-since", "2026-10"), new("pain-usual", "4")], today));
            ScreeningDesk.Do(desk, course, new Assessment.Command.AnswerReadiness(ReadinessSection.Pain, [new("pain-usual", "5")], today));
            ScreeningDesk.Do(desk, course, new Assessment.Command.RecordTreatment(new(Guid.CreateVersion7(), TreatmentKind.Medicine, "Gabapentin", "900 mg", "six weeks", "Sleepy", AdequateTrial.Uncertain)));
        });
        await clinic.RecordFacts(course, ("resting-systolic", "148"));
        await Takes(clinic, person, "Lorazepam", null);
        await clinic.Decide(course, Decision(EligibilityDecision.SuitableWithConditions, ("E01", "Falling"), ("M01", "Nights only")) with { Conditions = ["Pressure first"] });
        await clinic.React();
        await clinic.RebuiltEqualsKeptUp("course-list", "assessments", "readiness-forms");
    }

    private static async Task<CourseId> Suitable(ClinicAtWork clinic, PersonId? person = null)
    {
        var course = await clinic.OpenCourse(person ?? await clinic.Register());
        await clinic.RecordFacts(course);
        await clinic.Decide(course, Decision(EligibilityDecision.Suitable));
        return course;
    }

    private static async Task Takes(ClinicAtWork clinic, PersonId person, string name, string? dose)
    {
        var medicine = new Medicine(name, null, dose, null, null, null, MedicineStatus.Current);
        await clinic.Do(desk => desk.Do(PersonSlice.Slice, person.Value, new Person.Command.Record(clinic.Now, new FactId(Guid.CreateVersion7()), medicine)));
        await clinic.React();
    }
}
