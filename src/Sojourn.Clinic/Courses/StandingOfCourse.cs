using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Instruments;
using static Sojourn.Clinic.Courses.Standing;

namespace Sojourn.Clinic.Courses;

/// <summary>The questions of <see cref="Standing"/> to one course, table by table.</summary>
internal sealed class StandingOfCourse(Records records, CourseRow course, Programme programme, DateTimeOffset at, InstrumentLibrary? instruments)
{
    private readonly string person = records.Value<string>("select given || ' ' || family from person where id = @PersonId", new { course.PersonId }) ?? "this person";

    internal IEnumerable<Missing> Assessment()
    {
        var screening = ScreeningRecords.One(records, course.Id);
        var place = new Remedy($"Assess {person}", Place(course, "screening"));
        if (screening.Decision == "none")
        {
            yield return Lacking("screening.not-decided", "The assessment is not decided yet. A prescriber decides whether the programme is suitable.", place);
            yield break;
        }

        if (!screening.Treats)
        {
            var again = screening.RecheckOn is { } day ? $" To be looked at again on {Say(day)}." : "";
            yield return Lacking("screening.not-suitable", $"A prescriber decided {(screening.Decision == "not-now" ? "not now" : "not suitable")}: {screening.Reason}{again}", place);
            yield break;
        }

        if (screening.ValidUntil is { } until && ClinicDay.In(records, at) > until)
        {
            yield return Lacking("screening.expired", $"The assessment was good until {Say(until)}. A prescriber looks again.", place);
        }

        foreach (var finding in ScreeningRecords.Findings(records, course.Id).Where(finding => !finding.Weighed && finding.Verdict != "allow"))
        {
            yield return Lacking("screening.new-finding", $"Found since the decision: {finding.Title} ({finding.RuleId}). A prescriber looks again.", place with { Resource = $"{place.Resource}#finding-{finding.RuleId}" });
        }

        static Missing Lacking(string code, string sentence, Remedy remedy) => new(GateItems.Eligibility, new Refusal(code, sentence, remedy));
    }

    internal IEnumerable<Missing> Team()
    {
        var place = new Remedy("Name the team", Place(course) + "#team");
        if (course.PrescriberId is null)
        {
            yield return new(null, new Refusal("team.no-prescriber", "No prescriber is named for this course.", place));
        }

        if (course.NurseId is null)
        {
            yield return new(null, new Refusal("team.no-nurse", "No nurse is named for this course.", place));
        }
    }

    internal IEnumerable<Missing> Measures() =>
        programme.Measures
            .Where(time => time.When == MeasureMoment.Intake && IsAsked(time) && !IsAnswered(time))
            .DistinctBy(time => time.Instrument)
            .Select(time => new Missing(null, new Refusal(
                "measures.not-answered",
                $"{instruments?.Find(time.Instrument)?.Title ?? time.Instrument.ToUpperInvariant()} is not answered yet{(time.MayBeDeclined ? " or declined" : "")}.",
                new Remedy($"Questionnaires of {person}", Place(course, "measures")))));

    internal IEnumerable<Missing> Plan()
    {
        var plan = records.One<PlanRow>("select version, active_version from plan where course_id = @Id", new { course.Id });
        var version = plan?.ActiveVersion ?? plan?.Version;
        return programme.RequiredAgreements.Where(party => version is null || !Agreed(version.Value, party)).Select(party => new Missing(GateItems.PlanAgreed, new Refusal(
            "plan.not-agreed",
            version is null ? $"There is no plan yet that {Who(party)} could agree to." : $"{Capital(Who(party))} has not agreed to version {version} of the plan.",
            new Remedy(version is null ? "Write the plan" : "The plan", Place(course, "plan")))));

        bool Agreed(int number, string party) =>
            records.Any("select 1 from plan_agreement where course_id = @Id and version = @number and party = @party", new { course.Id, number, party });
    }

    /// <summary>After the series, another session is a booster that all have agreed to.</summary>
    internal IEnumerable<Missing> Booster() =>
        BoosterRule.BeforeMedicine(records, programme, course.Id) is { } reason ? [new(null, reason)] : [];

    internal IEnumerable<Missing> Consent() =>
        programme.Consents.Where(document => !InForce(document)).Select(document => new Missing(GateItems.Consent, new Refusal(
            "consent.missing",
            $"“{document.Title}” is not signed in its present version.",
            new Remedy("Consent", Place(course, "consent")))));

    /// <summary>Lines asked once a course. Those asked anew each session, and who takes the person home, are the day's: the gate asks them.</summary>
    internal IEnumerable<Missing> Preparation() =>
        programme.Preparation
            .Where(item => item is { Required: true, EachSession: false } && item.Kind is not (PreparationKind.Escort or PreparationKind.NoDriving) && !IsDone(item))
            .Select(item => new Missing(GateItems.PreparationDone, new Refusal(
                "preparation.item-missing", $"Not done yet in the preparation: {item.Title}", new Remedy("Preparation", Place(course, "preparation")))));

    private bool InForce(ConsentDocument document) => document.SignAgainPerCourse
        ? records.Any("select 1 from consent where course_id = @course and document_id = @Id and version = @Version and withdrawn_at is null", new { course = course.Id, document.Id, document.Version })
        : records.Any(
            """
            select 1 from consent join course on course.id = consent.course_id
            where course.person_id = @PersonId and document_id = @Id and version = @Version and withdrawn_at is null
            """,
            new { course.PersonId, document.Id, document.Version });

    private bool IsDone(PreparationItem item) => records.Any("select 1 from preparation_item where course_id = @course and item_id = @Id", new { course = course.Id, item.Id });

    private bool IsAsked(MeasureTime time) => time.OnlyIf is not { } first || records.Value<decimal?>(
        "select total from measure where person_id = @PersonId and instrument_id = @Instrument and state = 'finished' order by finished_at desc limit 1",
        new { course.PersonId, first.Instrument }) >= first.AtLeast;

    private bool IsAnswered(MeasureTime time) => records.Any(
        """
        select 1 from measure where person_id = @PersonId and instrument_id = @Instrument and (course_id = @Id or finished_at >= @OpenedAt)
          and (state = 'finished' or (state = 'declined' and @MayBeDeclined = 1))
        """,
        new { course.PersonId, time.Instrument, course.Id, course.OpenedAt, MayBeDeclined = time.MayBeDeclined ? 1 : 0 });

    private static string Who(string party) => party == Roles.Patient ? "the patient" : $"the {party}";

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];

    private static string Say(DateOnly day) => day.ToString("d-MMM-yyyy", System.Globalization.CultureInfo.InvariantCulture);

    private sealed record PlanRow
    {
        public int Version { get; init; }

        public int? ActiveVersion { get; init; }
    }
}
