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

    protected override void Define()
    {
        On<Person.Event.MedicineRecorded>(OfPerson);
        On<Person.Event.MedicineAmended>(OfPerson);
        On<Person.Event.VitalRecorded>(OfPerson);
        On<Person.Event.VitalAmended>(OfPerson);
        On<Person.Event.DetailsCorrected>(OfPerson);
        On<Person.Event.EnteredInError>(OfPerson);
        On<Measure.Event.Finished>((_, from, desk) => Again(desk, desk.Records.Value<string>("select person_id from measure where id = @Id", new { from.Id })));
        On<Assessment.Event.ReadinessAnswered>(OfCourse);
        On<Assessment.Event.TreatmentTriedRecorded>(OfCourse);
        On<Assessment.Event.TreatmentTriedRemoved>(OfCourse);
    }

    private static void OfPerson(object @event, Origin from, Desk desk) => Again(desk, from.Id.ToString("D"));

    private static void Again(Desk desk, string? person)
    {
        foreach (var course in desk.Records.All<CourseIdRow>(
            "select c.id from course c join screening s on s.course_id = c.id where c.person_id = @person and c.state = 'open'", new { person }))
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
