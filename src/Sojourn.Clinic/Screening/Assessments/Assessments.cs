using System.Text.Json;
using Sojourn.Clinic.Running;
using static Sojourn.Domain.Screening.Assessment;

namespace Sojourn.Clinic.Screening.Assessments;

/// <summary>How far each assessment is, what was found, what was decided.</summary>
public sealed class Assessments() : Projection("assessments", version: 1)
{
    protected override void Define()
    {
        On<Event.ReadinessAnswered>((e, from, run) =>
        {
            Begin(from, run);
            run(
                "update screening set readiness = case readiness when 'none' then 'begun' else readiness end, worrying = case when @Worrying = 1 then 1 else worrying end where course_id = @Id",
                new { from.Id, Worrying = e.WorryingWords.Count > 0 ? 1 : 0 });
        });
        On<Event.ReadinessFinished>("update screening set readiness = 'finished', readiness_at = @RecordedAt where course_id = @Id", (_, from) => new { from.Id, from.RecordedAt });
        On<Event.TreatmentTriedRecorded>((_, from, run) =>
        {
            Begin(from, run);
            run("update screening set readiness = 'begun' where course_id = @Id and readiness = 'none'", new { from.Id });
        });
        On<Event.FactsRecorded>((e, from, run) =>
        {
            Begin(from, run);
            foreach (var answer in e.Answers)
            {
                run(Sql.Of<Assessments>("on-fact.sql"), new { from.Id, answer.Fact, Kind = Columns.Word(answer.Kind), answer.Value, answer.From, answer.At });
            }
        });
        On<Event.FindingRecorded>(Find);
        On<Event.FindingCleared>("delete from screening_finding where course_id = @Id and rule_id = @Rule", (e, from) => new { from.Id, e.Rule });
        On<Event.EligibilityDecided>(Decided);
    }

    private static void Begin(Origin from, Action<string, object> run) => run(Sql.Of<Assessments>("on-begun.sql"), new { from.Id });

    private static void Find(Event.FindingRecorded e, Origin from, Action<string, object> run)
    {
        var finding = e.Finding;
        Begin(from, run);
        run(Sql.Of<Assessments>("on-finding.sql"), new
        {
            from.Id,
            finding.Rule,
            finding.Title,
            Answer = string.Join("; ", finding.Figures.Select(figure => figure.Words)),
            Verdict = Columns.Word(finding.Verdict),
            finding.Condition,
            Figures = JsonSerializer.Serialize(finding.Figures, Json.Options),
            finding.Source,
            finding.Action,
            finding.DeferDays,
            finding.NoTakeHome,
            finding.NoGroup,
            from.RecordedAt,
        });
    }

    private static void Decided(Event.EligibilityDecided e, Origin from, Action<string, object> run)
    {
        Begin(from, run);
        run(Sql.Of<Assessments>("on-decided.sql"), new
        {
            from.Id,
            Decision = Columns.Word(e.Decision),
            Outcome = Columns.Word(e.Outcome),
            from.RecordedAt,
            e.DecidedBy,
            e.ValidUntil,
            e.RecheckOn,
            e.Reason,
            e.PlainWords,
            e.Alternatives,
            e.Call,
            e.ProgrammeVersion,
        });
        run("delete from screening_condition where course_id = @Id", new { from.Id });
        foreach (var (place, words) in e.Conditions.Index())
        {
            run("insert into screening_condition values (@Id, @Place, @Words)", new { from.Id, Place = place, Words = words });
        }

        foreach (var used in e.Findings)
        {
            run("update screening_finding set weighed = 1, note = @Note where course_id = @Id and rule_id = @Rule", new { from.Id, used.Finding.Rule, used.Note });
        }
    }
}
