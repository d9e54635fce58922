using Sojourn.Clinic.Running;
using static Sojourn.Domain.People.Person;

namespace Sojourn.Clinic.People;

internal sealed class PersonEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Registered>("person.registered"),
        EventName.Of<Event.DetailsCorrected>("person.details-corrected"),
        EventName.Of<Event.EmergencyContactNamed>("person.emergency-contact-named"),
        EventName.Of<Event.FamilyDoctorNamed>("person.family-doctor-named"),
        EventName.Of<Event.NoKnownAllergiesStated>("person.no-known-allergies-stated"),
        EventName.Of<Event.DeathRecorded>("person.death-recorded"),
        EventName.Of<Event.MarkedDuplicate>("person.marked-duplicate"),
        EventName.Of<Event.ConditionRecorded>("person.condition-recorded"),
        EventName.Of<Event.MedicineRecorded>("person.medicine-recorded"),
        EventName.Of<Event.AllergyRecorded>("person.allergy-recorded"),
        EventName.Of<Event.VitalRecorded>("person.vital-recorded"),
        EventName.Of<Event.ConditionAmended>("person.condition-amended"),
        EventName.Of<Event.MedicineAmended>("person.medicine-amended"),
        EventName.Of<Event.AllergyAmended>("person.allergy-amended"),
        EventName.Of<Event.VitalAmended>("person.vital-amended"),
        EventName.Of<Event.EnteredInError>("person.entered-in-error"),
        EventName.Of<Event.Imported>("person.imported"),
    ];
}

public static class PersonSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("person", Initial, Decide, Evolve);
}
