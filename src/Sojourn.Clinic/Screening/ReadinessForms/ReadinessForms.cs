using Sojourn.Clinic.Running;
using static Sojourn.Domain.Screening.Assessment;

namespace Sojourn.Clinic.Screening.ReadinessForms;

/// <summary>What people said on the readiness form, and what they have tried.</summary>
public sealed class ReadinessForms() : Projection("readiness-forms", version: 1)
{
    protected override void Define()
    {
        On<Event.ReadinessAnswered>((e, from, run) =>
        {
            var section = Columns.Word(e.Section);
            run(Sql.Of<ReadinessForms>("on-section.sql"), new { from.Id, Section = section, from.RecordedAt });
            run("delete from readiness_answer where course_id = @Id and section = @Section", new { from.Id, Section = section });
            foreach (var (place, answer) in e.Answers.Index())
            {
                run("insert into readiness_answer values (@Id, @Section, @Place, @Question, @Value)", new { from.Id, Section = section, Place = place, answer.Question, answer.Value });
            }
        });
        On<Event.TreatmentTriedRecorded>("on-treatment.sql", (e, from) => new
        {
            Treatment = e.Treatment.Id,
            from.Id,
            Kind = Columns.Word(e.Treatment.Kind),
            e.Treatment.Name,
            e.Treatment.Dose,
            e.Treatment.Length,
            e.Treatment.Effect,
            Adequate = Columns.Word(e.Treatment.Adequate),
            from.RecordedAt,
        });
        On<Event.TreatmentTriedRemoved>("delete from treatment_tried where course_id = @Id and id = @Treatment", (e, from) => new { from.Id, Treatment = e.Id });
    }
}
