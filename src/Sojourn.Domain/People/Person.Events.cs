using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.People;

public static partial class Person
{
    public abstract record Event
    {
        public sealed record Registered(Demographics Details, Provenance? From = null) : Event;

        public sealed record DetailsCorrected(Demographics Was, Demographics Now, string Reason, Provenance? From = null) : Event;

        public sealed record EmergencyContactNamed(EmergencyContact Contact) : Event;

        public sealed record FamilyDoctorNamed(FamilyDoctor Doctor) : Event;

        public sealed record NoKnownAllergiesStated(Provenance? From = null) : Event;

        public sealed record DeathRecorded(PartialDate? On, Provenance? From = null, string? Note = null) : Event;

        /// <summary>The record is closed to new entries; the person goes on under the other.</summary>
        public sealed record MarkedDuplicate(PersonId Of, string Reason) : Event;

        public sealed record ConditionRecorded(FactId Id, Condition Condition, Provenance? From = null) : Event;

        public sealed record MedicineRecorded(FactId Id, Medicine Medicine, Provenance? From = null) : Event;

        public sealed record AllergyRecorded(FactId Id, Allergy Allergy, Provenance? From = null) : Event;

        public sealed record VitalRecorded(FactId Id, Vital Vital, Provenance? From = null) : Event;

        public sealed record ConditionAmended(FactId Id, Condition Was, Condition Now, string Reason, Provenance? From = null) : Event;

        public sealed record MedicineAmended(FactId Id, Medicine Was, Medicine Now, string Reason, Provenance? From = null) : Event;

        public sealed record AllergyAmended(FactId Id, Allergy Was, Allergy Now, string Reason, Provenance? From = null) : Event;

        public sealed record VitalAmended(FactId Id, Vital Was, Vital Now, string Reason, Provenance? From = null) : Event;

        /// <param name="Was">The entry in words, so that what was struck out can be read where the striking out is.</param>
        public sealed record EnteredInError(FactId Id, string Was, string Reason) : Event;

        /// <summary>A file was taken in. Comes last, after what was taken.</summary>
        /// <param name="Details">What the file said of the person: the next import changes only what differs from this, and so leaves the clinic's own corrections alone.</param>
        public sealed record Imported(string File, string FileSha256, string Resource, Demographics Details, int Recorded, int Amended, int KnownAlready) : Event;
    }
}
