using Sojourn.Clinic.Consents;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Consents;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;
using static Sojourn.Clinic.Tests.Courses.CoursesAtWork;

namespace Sojourn.Clinic.Tests.Courses;

/// <summary>R-14 across every slice that has a say: what is missing, one thing after the other done where its link leads, until nothing is.</summary>
public sealed class StandingBeforeMedicine
{
    private sealed record MeasureIdRow
    {
        public AssignmentId Id { get; init; }

        public string InstrumentId { get; init; } = "";
    }

    [Fact]
    public async Task SCREEN_22_Everything_is_missing_at_first_and_nothing_when_all_is_done()
    {
        await using var clinic = await ClinicAtWork.Open();
        var person = await clinic.Register();
        var course = new CourseId(Guid.CreateVersion7());
        await clinic.Do(desk => CourseDesk.Open(desk, course, clinic.Beginning(person) with { Team = Team.Nobody }));
        await clinic.React();
        var programme = clinic.Runner.Programmes.Find(Pain)!;
        Assert.Equal(
            ["consent.missing", "measures.not-answered", "plan.not-agreed", "preparation.item-missing", "screening.not-decided", "team.no-nurse", "team.no-prescriber"],
            clinic.Standing(course).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(programme.RequiredAgreements.Count, clinic.Standing(course).Count(code => code == "plan.not-agreed"));
        Assert.All(clinic.Read(records => Standing.Of(records, clinic.Runner.Programmes, course, clinic.Now)), missing => Assert.StartsWith($"courses/{course.Value}", missing.Remedy?.Resource, StringComparison.Ordinal));

        await clinic.Do(desk => CourseDesk.NameTeam(desk, course, new Team(clinic.Therapist, clinic.Prescriber, clinic.Nurse)));
        await Gone("team.");
        await clinic.RecordFacts(course);
        await clinic.Decide(course, Decision(EligibilityDecision.Suitable));
        await Gone("screening.");
        await AnswerMeasures(clinic, course);
        await Gone("measures.");
        await AgreePlan(clinic, course, person, programme);
        await Gone("plan.");
        foreach (var document in programme.Consents)
        {
            var text = Consent.TextInForce.Of(document);
            await clinic.Do(desk => ConsentDesk.Give(desk, course, document.Id, text.Version, text.Sha256, [.. Enumerable.Range(1, text.Sections)], "Ana Ruiz"), Actor.Person(person));
        }

        await Gone("consent.");
        await Prepare(clinic, course, person, programme);
        Assert.Empty(clinic.Standing(course));

        await clinic.Do(desk => ConsentDesk.Withdraw(desk, course, programme.Consents[0].Id, "Unsure"), Actor.Person(person));
        Assert.Equal(["consent.missing"], clinic.Standing(course));

        Task Gone(string slice)
        {
            Assert.DoesNotContain(clinic.Standing(course), code => code.StartsWith(slice, StringComparison.Ordinal));
            return Task.CompletedTask;
        }
    }

    [Fact]
    public async Task SCREEN_22_Before_booking_only_what_the_programme_asks_for_then()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await clinic.OpenCourse(await clinic.Register());
        var programme = clinic.Runner.Programmes.Find(Pain)!;
        var codes = clinic.Read(records => Standing.BeforeBooking(records, clinic.Runner.Programmes, course, clinic.Now)).Select(missing => missing.Code).ToHashSet(StringComparer.Ordinal);
        Assert.Equal(programme.BeforeBookingMedicine.Any(item => item.Id == GateItems.PreparationDone), codes.Contains("preparation.item-missing"));
        Assert.Equal(programme.BeforeBookingMedicine.Any(item => item.Id == GateItems.Consent), codes.Contains("consent.missing"));
        Assert.Contains("screening.not-decided", codes);
    }

    [Fact]
    public async Task SCREEN_22_A_declined_measure_counts_only_where_it_may_be_declined()
    {
        await using var clinic = await ClinicAtWork.Open();
        var course = await clinic.OpenCourse(await clinic.Register());
        await clinic.React();
        foreach (var row in Open(clinic, course))
        {
            await clinic.Do(desk => desk.Do(MeasureSlice.Slice, row.Id.Value, new Measure.Command.Decline(clinic.Now, "Not today")));
        }

        var firm = clinic.Runner.Programmes.Find(Pain)!.Measures.Where(time => time is { When: MeasureMoment.Intake, MayBeDeclined: false }).Select(time => time.Instrument).ToList();
        var missing = clinic.Read(records => Standing.Of(records, clinic.Runner.Programmes, course, clinic.Now)).Where(reason => reason.Code == "measures.not-answered").ToList();
        Assert.Equal(firm.Count, missing.Count);
    }

    private static IReadOnlyList<MeasureIdRow> Open(ClinicAtWork clinic, CourseId course) =>
        clinic.Read(records => records.All<MeasureIdRow>("select id, instrument_id from measure where course_id = @course and state in ('open', 'begun')", new { course }));

    /// <summary>The mildest answer to every question of whatever is asked, until it is finished.</summary>
    private static async Task AnswerMeasures(ClinicAtWork clinic, CourseId course)
    {
        foreach (var row in Open(clinic, course))
        {
            foreach (var item in clinic.Runner.Instruments.Find(row.InstrumentId)!.Items.TakeWhile(_ => Open(clinic, course).Contains(row)))
            {
                await clinic.Do(desk => AnsweringAMeasure.Answer(desk, row.Id, item.Id, item.Least), Actor.Staff(clinic.Nurse));
            }
        }
    }

    private static async Task AgreePlan(ClinicAtWork clinic, CourseId course, PersonId person, Programme programme)
    {
        var terms = PlanTemplate.Of(programme).Start() with
        {
            Aim = DoseBandName.Psycholytic, Route = programme.Dosing[0].Route, Team = new(clinic.Therapist, clinic.Prescriber, clinic.Nurse),
        };
        await clinic.Do(desk => PlanDesk.SetGoal(desk, course, new GoalId(Guid.CreateVersion7()), "Walk the dog"), Actor.Person(person));
        await clinic.Do(desk => PlanDesk.Propose(desk, course, terms, new Dictionary<string, string>(StringComparer.Ordinal), null), Actor.Staff(clinic.Therapist));
        await clinic.Do(desk => PlanDesk.Agree(desk, course, 1, Party.Patient, "Ana Ruiz"), Actor.Person(person));
        await clinic.Do(desk => PlanDesk.Agree(desk, course, 1, Party.Therapist), Actor.Staff(clinic.Therapist));
        await clinic.Do(desk => PlanDesk.Agree(desk, course, 1, Party.Prescriber), Actor.Staff(clinic.Prescriber));
    }

    private static async Task Prepare(ClinicAtWork clinic, CourseId course, PersonId person, Programme programme)
    {
        await clinic.Do(
            desk =>
            {
                PreparationDesk.SetIntention(desk, course, "Space from pain", []);
                foreach (var question in programme.Understanding)
                {
                    PreparationDesk.AnswerQuestion(desk, course, question.Id, question.Right);
                }

                foreach (var item in programme.Preparation.Where(item => item.Required && item.Kind is not (PreparationKind.Intention or PreparationKind.Understanding or PreparationKind.Escort or PreparationKind.NoDriving)))
                {
                    PreparationDesk.MarkDone(desk, course, item.Id, "chosen", "Ana Ruiz");
                }
            },
            Actor.Person(person));
    }
}
