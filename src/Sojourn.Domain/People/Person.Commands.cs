using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.People;

public static partial class Person
{
    /// <param name="At">When it was said, by the clock of whoever said it; its offset decides which day it is there.</param>
    public abstract record Command(DateTimeOffset At)
    {
        public sealed record Register(DateTimeOffset At, Demographics Details, Likeness Likeness) : Command(At);

        /// <summary>Details that were wrong or have changed. The whole of them, changed or not.</summary>
        public sealed record CorrectDetails(DateTimeOffset At, Demographics Details, string Reason, Likeness Likeness) : Command(At);

        public sealed record NameEmergencyContact(DateTimeOffset At, EmergencyContact Contact) : Command(At);

        public sealed record NameFamilyDoctor(DateTimeOffset At, FamilyDoctor Doctor) : Command(At);

        /// <summary>The person was asked about allergies and has none that they know of.</summary>
        public sealed record StateNoKnownAllergies(DateTimeOffset At) : Command(At);

        /// <param name="Note">What is known of it, in a few words; null for nothing.</param>
        public sealed record RecordDeath(DateTimeOffset At, PartialDate? On, string? Note = null) : Command(At);

        /// <summary>This record and another are of one person: this one is closed to new entries and leads to the other.</summary>
        /// <param name="Of">The record that goes on.</param>
        /// <param name="OfGoesOn">That record is there, and is not closed as a duplicate itself.</param>
        /// <param name="OthersLeadHere">Other records were closed as duplicates of this one.</param>
        /// <param name="VisitsAhead">Visits that are still booked under this record.</param>
        public sealed record MarkDuplicate(DateTimeOffset At, PersonId Self, PersonId Of, bool OfGoesOn, bool OthersLeadHere, int VisitsAhead, string Reason) : Command(At);

        /// <summary>A condition, medicine or allergy. Vital signs come in sets: <see cref="RecordVitals"/>.</summary>
        public sealed record Record(DateTimeOffset At, FactId Id, Fact Fact) : Command(At);

        /// <summary>Vital signs taken together.</summary>
        /// <param name="Checked">Whoever writes says that an unusual weight was looked at again and is right.</param>
        public sealed record RecordVitals(
            DateTimeOffset At,
            IReadOnlyList<VitalReading> Readings,
            DateTimeOffset HappenedAt,
            string Source,
            bool Checked = false) : Command(At);

        /// <summary>An entry reads differently from now on. The old reading stays beside it.</summary>
        public sealed record Amend(DateTimeOffset At, FactId Id, Fact Now, string Reason) : Command(At);

        /// <summary>An entry should never have been made. It stays readable, struck out, with the reason.</summary>
        public sealed record EnterInError(DateTimeOffset At, FactId Id, string Reason) : Command(At);

        /// <summary>Everything that one file says about one person.</summary>
        /// <param name="Resource">What names the person in the source, the same in every export.</param>
        /// <param name="EnteredInError">Entries that the source itself struck out, by resource.</param>
        public sealed record Import(
            DateTimeOffset At,
            string File,
            string FileSha256,
            string Resource,
            Demographics Details,
            PartialDate? DiedOn,
            bool Died,
            bool NoKnownAllergies,
            IReadOnlyList<ImportedFact> Facts,
            IReadOnlyList<string> EnteredInError,
            Likeness Likeness) : Command(At);
    }

    /// <param name="AsGiven">Value and unit as written, where that was another unit; null otherwise.</param>
    public sealed record VitalReading(FactId Id, VitalKind Kind, decimal Value, string? AsGiven = null);

    /// <param name="Resource">What names the entry in the source, the same in every export.</param>
    public sealed record ImportedFact(FactId Id, string Resource, Fact Fact);

    /// <summary>Who else on the register looks like this person. Looked up before the decision.</summary>
    /// <param name="SameIdentifier">Other people with one of the identifiers, each as one names them in a sentence.</param>
    /// <param name="SameNameAndBirthDate">Other people with the same name and birth date, each as one names them in a sentence.</param>
    /// <param name="SaidToBeAnother">Somebody looked and says that they are two people.</param>
    public sealed record Likeness(IReadOnlyList<Lookalike> SameIdentifier, IReadOnlyList<Lookalike> SameNameAndBirthDate, bool SaidToBeAnother = false)
    {
        public static Likeness Nobody { get; } = new([], []);
    }

    /// <param name="InASentence">"Ana Ruiz, born 14-Jul-1985".</param>
    public sealed record Lookalike(PersonId Id, string InASentence);
}
