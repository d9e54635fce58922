using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tests.Measures;

/// <summary>SAFE-1 to SAFE-6: an answer that should worry somebody has an owner, a clock and a deputy, in the same transaction.</summary>
public sealed class AnsweringWhatWorries : IAsyncLifetime
{
    private MeasureClinic clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await MeasureClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task The_answer_and_its_case_are_recorded_by_one_command_or_not_at_all()
    {
        var course = await clinic.OpenCourse();
        var id = await clinic.Ask("phq-9", course);
        var sender = clinic.Runner.SenderFor(Actor.Person(clinic.Ana));
        (await clinic.Runner.Run(sender, desk => AnsweringAMeasure.Answer(desk, id, "phq9-9", 1))).OrThrow();

        var written = (await clinic.Runner.Journal.Read(0, 10_000)).Where(envelope => envelope.CommandId == sender.CommandId).Select(envelope => envelope.Name);
        Assert.Equal(["case.opened", "measure.answered"], written.Order(StringComparer.Ordinal));
        Assert.True(clinic.Measure(id).Positive);
    }

    [Fact]
    public async Task It_belongs_to_the_courses_therapist_and_then_to_its_prescriber()
    {
        var id = await clinic.Ask("phq-9", await clinic.OpenCourse());
        await clinic.Answer(id, "phq9-9", 2);
        var row = Case(id);
        Assert.Equal((Owner.Named(clinic.Therapist), Owner.Named(clinic.Prescriber), "moderate", true), (row.Owner, row.Deputy, row.Level, row.HelpShown));
        Assert.Contains("More than half the days", row.SourceWords, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_is_named_it_belongs_to_the_roles()
    {
        var id = await clinic.Ask("phq-9");
        await clinic.Answer(id, "phq9-9", 1);
        Assert.Equal((new Owner("role/therapist"), new Owner("role/prescriber")), (Case(id).Owner, Case(id).Deputy));
    }

    [Fact]
    public async Task A_therapist_who_has_left_is_not_left_with_it()
    {
        var id = await clinic.Ask("phq-9", await clinic.OpenCourse(team: new Team(null, clinic.Prescriber, null)));
        await clinic.Answer(id, "phq9-9", 1);
        Assert.Equal((Owner.Named(clinic.Prescriber), new Owner("role/therapist")), (Case(id).Owner, Case(id).Deputy));
    }

    [Fact]
    public async Task Answered_elsewhere_it_has_the_same_day_and_in_the_clinic_a_quarter_of_an_hour()
    {
        var remote = await clinic.Ask("phq-9");
        await clinic.Answer(remote, "phq9-9", 1);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero), Case(remote).AcknowledgeBy);

        var here = await clinic.Ask("asq");
        await clinic.Answer(here, "asq-1", 1, Actor.Staff(clinic.Nurse));
        Assert.Equal(clinic.Now.AddMinutes(15), Case(here).AcknowledgeBy);
        Assert.False(Case(here).HelpShown);
    }

    [Fact]
    public async Task The_same_tap_sent_twice_is_one_answer_and_one_case()
    {
        var id = await clinic.Ask("phq-9");
        var sender = clinic.Runner.SenderFor(Actor.Person(clinic.Ana));
        for (var i = 0; i < 3; i++)
        {
            (await clinic.Runner.Run(sender, desk => AnsweringAMeasure.Answer(desk, id, "phq9-9", 1))).OrThrow();
        }

        Assert.Single(clinic.Read(records => CaseRecords.From(records, id.Value)));
    }

    [Fact]
    public async Task A_graver_answer_makes_the_same_case_graver_and_starts_its_clock_again()
    {
        var id = await clinic.Ask("asq");
        await clinic.Answer(id, "asq-1", 1, Actor.Staff(clinic.Nurse));
        await clinic.Do(desk => desk.Do(CaseSlice.Slice, Case(id).Id.Value, new Domain.Safety.SafetyCase.Command.Acknowledge(clinic.Now, clinic.Therapist)));
        clinic.Now += TimeSpan.FromMinutes(5);
        await clinic.Answer(id, "asq-5", 1, Actor.Staff(clinic.Nurse));
        var row = Case(id);
        Assert.Equal(("high", true, clinic.Now.AddMinutes(15)), (row.Level, row.AcknowledgedAt is null, row.AcknowledgeBy));
    }

    [Fact]
    public async Task Risk_questions_left_blank_open_a_case_when_the_sheet_is_finished()
    {
        var id = await clinic.Ask("asq");
        await clinic.Do(desk => AnsweringAMeasure.AnswerAll(desk, id, new Dictionary<string, decimal?>(StringComparer.Ordinal) { ["asq-1"] = 0, ["asq-2"] = 0, ["asq-3"] = 0 }), Actor.Staff(clinic.Nurse));
        Assert.Equal("finished", clinic.Measure(id).State);
        Assert.Equal("moderate", Case(id).Level);
    }

    [Theory]
    [InlineData("c-ssrs-screener", "none", "cssrs-1=0 cssrs-2=0 cssrs-6=0")]
    [InlineData("c-ssrs-screener", "low", "cssrs-1=1 cssrs-2=0 cssrs-6=0")]
    [InlineData("asq", "negative", "asq-1=0 asq-2=0 asq-3=0 asq-4=0")]
    [InlineData("pc-ptsd-5", null, "pcptsd5-exposure=0")]
    [InlineData("audit-c", null, "auditc-1=0")]
    public async Task A_sheet_whose_blanks_are_those_that_the_form_itself_leaves_out_is_finished(string instrument, string? band, string written)
    {
        var id = await clinic.Ask(instrument);
        await clinic.Do(desk => AnsweringAMeasure.AnswerAll(desk, id, SheetOf(written)), Actor.Staff(clinic.Nurse));
        Assert.Equal("finished", clinic.Measure(id).State);
        if (band is not null)
        {
            Assert.Equal(band, clinic.Measure(id).Band);
        }
    }

    [Theory]
    [InlineData("c-ssrs-screener", "moderate", "cssrs-1=0 cssrs-2=0 cssrs-3=1 cssrs-6=0")]
    [InlineData("c-ssrs-screener", "high", "cssrs-1=0 cssrs-2=0 cssrs-6=0 cssrs-6a=1")]
    [InlineData("asq", "high", "asq-1=0 asq-2=0 asq-3=0 asq-4=0 asq-5=1")]
    public async Task A_yes_to_a_question_that_the_form_leaves_out_is_kept_and_opens_its_case(string instrument, string level, string written)
    {
        var id = await clinic.Ask(instrument);
        await clinic.Do(desk => AnsweringAMeasure.AnswerAll(desk, id, SheetOf(written)), Actor.Staff(clinic.Nurse));
        Assert.Equal("finished", clinic.Measure(id).State);
        Assert.Equal(level, Case(id).Level);
    }

    [Fact]
    public async Task A_sheet_that_contradicts_itself_is_refused_with_the_questions_named()
    {
        var id = await clinic.Ask("audit-c");
        var refused = Assert.IsType<Outcome.Refused>(await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Staff(clinic.Nurse)), desk => AnsweringAMeasure.AnswerAll(desk, id, SheetOf("auditc-1=0 auditc-2=2"))));
        Assert.Contains("Question 1 (auditc-1) is answered", Assert.Single(refused.Reasons).Sentence, StringComparison.Ordinal);
        Assert.Equal("open", clinic.Measure(id).State);
    }

    [Fact]
    public async Task A_sheet_for_a_questionnaire_that_is_over_is_refused()
    {
        var id = await clinic.Ask("asq");
        await clinic.Do(desk => AnsweringAMeasure.AnswerAll(desk, id, SheetOf("asq-1=0 asq-2=0 asq-3=0 asq-4=0")), Actor.Staff(clinic.Nurse));
        Assert.Equal(["measures.over"], await clinic.Refused(desk => AnsweringAMeasure.AnswerAll(desk, id, SheetOf("asq-1=0 asq-2=0 asq-3=0 asq-4=0")), Actor.Staff(clinic.Nurse)));
    }

    private static Dictionary<string, decimal?> SheetOf(string written) => written.Split(' ').Select(answer => answer.Split('='))
        .ToDictionary(answer => answer[0], answer => (decimal?)decimal.Parse(answer[1], System.Globalization.CultureInfo.InvariantCulture), StringComparer.Ordinal);

    [Fact]
    public async Task An_answer_changed_back_leaves_the_case_open_and_opens_no_second_one()
    {
        var id = await clinic.Ask("phq-9");
        await clinic.Answer(id, "phq9-9", 1);
        await clinic.Answer(id, "phq9-9", 0);
        await clinic.Answer(id, "phq9-9", 1);
        Assert.True(Assert.Single(clinic.Read(records => CaseRecords.From(records, id.Value))).IsOpen);
    }

    [Fact]
    public async Task An_answer_that_comes_too_late_still_opens_its_case()
    {
        var id = await clinic.Ask("phq-9");
        clinic.Now += TimeSpan.FromDays(4);
        await clinic.Answer(id, "phq9-9", 3);
        Assert.True(Case(id).IsOpen);
        Assert.Empty(clinic.Read(records => MeasureRecords.Answers(records, id.Value)));
        Assert.Equal(["measures.closed"], await clinic.Refused(desk => AnsweringAMeasure.Answer(desk, id, "phq9-1", 0), Actor.Person(clinic.Ana)));
    }

    [Fact]
    public async Task What_is_no_answer_leaves_nothing_behind()
    {
        var id = await clinic.Ask("phq-9");
        Assert.Equal(["measures.not-an-answer"], await clinic.Refused(desk => AnsweringAMeasure.Answer(desk, id, "phq9-9", 9), Actor.Person(clinic.Ana)));
        Assert.Equal(["measures.unknown"], await clinic.Refused(desk => AnsweringAMeasure.Answer(desk, new(Guid.CreateVersion7()), "phq9-9", 1), Actor.Person(clinic.Ana)));
        Assert.Empty(clinic.Read(records => CaseRecords.OfPerson(records, clinic.Ana.Value)));
    }

    private CaseRow Case(AssignmentId measure) => Assert.Single(clinic.Read(records => CaseRecords.From(records, measure.Value)));
}
