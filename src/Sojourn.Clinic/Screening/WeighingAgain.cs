using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.People;
using Sojourn.Domain.Screening;

namespace Sojourn.Clinic.Screening;

/// <summary>What changes on the record is weighed again in every open course whose assessment has begun.</summary>
internal sealed class WeighingAgain() : Reaction("screening-weigh-again")
{
    private sealed record CourseIdRow
    {
        public CourseId Id { get; init; }
    }

    private sealed record MeasuredCourseRow
    {
        public CourseId Id { get; init; }

        public string ProgrammeId { get; init; } = "";

        public int ProgrammeVersion { get; init; }

        public string InstrumentId { get; init; } = "";
    }

    protected override void Define()
    {
        On<Person.Event.MedicineRecorded>(OfPerson);
        On<Person.Event.MedicineAmended>(OfPerson);
        On<Person.Event.VitalRecorded>(OfPerson);
        On<Person.Event.VitalAmended>(OfPerson);
        On<Person.Event.DetailsCorrected>(OfPerson);
        On<Person.Event.EnteredInError>(OfPerson);
        On<Measure.Event.Finished>((_, from, desk) => OfMeasure(from.Id, desk));
        On<Assessment.Event.ReadinessAnswered>(OfCourse);
        On<Assessment.Event.TreatmentTriedRecorded>(OfCourse);
        On<Assessment.Event.TreatmentTriedRemoved>(OfCourse);
    }

    /// <summary>Only where the programme takes a fact from this questionnaire.</summary>
    private static void OfMeasure(Guid measure, Desk desk)
    {
        foreach (var course in desk.Records.All<MeasuredCourseRow>(
            """
            select c.id, c.programme_id, c.programme_version, m.instrument_id from measure m join course c on c.person_id = m.person_id join screening s on s.course_id = c.id
            where m.id = @measure and c.state = 'open'
            """,
            new { measure }))
        {
            if (desk.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion)?.Facts.Any(fact => fact.FromInstrument == course.InstrumentId) != false)
            {
                ScreeningDesk.WeighAgain(desk, course.Id);
            }
        }
    }

    private static void OfPerson(object @event, Origin from, Desk desk)
    {
        foreach (var course in desk.Records.All<CourseIdRow>(
            "select c.id from course c join screening s on s.course_id = c.id where c.person_id = @Id and c.state = 'open'", new { from.Id }))
        {
            ScreeningDesk.WeighAgain(desk, course.Id);
        }
    }

    private static void OfCourse(object @event, Origin from, Desk desk)
    {
        if (desk.Records.Any("select 1 from course where id = @Id and state = 'open'", new { from.Id }))
        {
            ScreeningDesk.WeighAgain(desk, new CourseId(from.Id));
        }
    }
}
