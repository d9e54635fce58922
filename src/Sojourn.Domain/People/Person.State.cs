using System.Collections.Immutable;
using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.People;

public static partial class Person
{
    public abstract record State
    {
        public sealed record Nobody : State;

        /// <param name="Facts">Every entry as it reads now, struck out ones included.</param>
        /// <param name="Sources">What each imported entry said when it was last read from its source, by resource.</param>
        /// <param name="DetailsAsImported">What the source said of the person when last read, by resource.</param>
        /// <param name="DuplicateOf">The record under which the person goes on; null for one that goes on itself.</param>
        public sealed record Known(
            Demographics Details,
            EmergencyContact? EmergencyContact,
            FamilyDoctor? FamilyDoctor,
            bool NoKnownAllergies,
            bool Died,
            ImmutableDictionary<FactId, Held> Facts,
            ImmutableDictionary<string, Source> Sources,
            ImmutableDictionary<string, Demographics> DetailsAsImported,
            PersonId? DuplicateOf = null) : State;
    }

    public sealed record Held(Fact Fact, bool InError);

    public sealed record Source(FactId Id, Fact Said);

    public static State Initial { get; } = new State.Nobody();

    public static State Evolve(State state, Event @event) => (state, @event) switch
    {
        (State.Nobody, Event.Registered e) => new State.Known(
            e.Details,
            null,
            null,
            NoKnownAllergies: false,
            Died: false,
            ImmutableDictionary<FactId, Held>.Empty,
            ImmutableDictionary<string, Source>.Empty,
            ImmutableDictionary<string, Demographics>.Empty),
        (State.Known known, Event.DetailsCorrected e) => known with { Details = e.Now },
        (State.Known known, Event.EmergencyContactNamed e) => known with { EmergencyContact = e.Contact },
        (State.Known known, Event.FamilyDoctorNamed e) => known with { FamilyDoctor = e.Doctor },
        (State.Known known, Event.NoKnownAllergiesStated) => known with { NoKnownAllergies = true },
        (State.Known known, Event.DeathRecorded) => known with { Died = true },
        (State.Known known, Event.MarkedDuplicate e) => known with { DuplicateOf = e.Of },
        (State.Known known, Event.ConditionRecorded e) => known.Holding(e.Id, e.Condition, e.From),
        (State.Known known, Event.MedicineRecorded e) => known.Holding(e.Id, e.Medicine, e.From),
        (State.Known known, Event.AllergyRecorded e) => known.Holding(e.Id, e.Allergy, e.From).NoLongerWithout(e.Allergy),
        (State.Known known, Event.VitalRecorded e) => known.Holding(e.Id, e.Vital, e.From),
        (State.Known known, Event.ConditionAmended e) => known.Holding(e.Id, e.Now, e.From),
        (State.Known known, Event.MedicineAmended e) => known.Holding(e.Id, e.Now, e.From),
        (State.Known known, Event.AllergyAmended e) => known.Holding(e.Id, e.Now, e.From).NoLongerWithout(e.Now),
        (State.Known known, Event.VitalAmended e) => known.Holding(e.Id, e.Now, e.From),
        (State.Known known, Event.EnteredInError e) => known with { Facts = known.Facts.SetItem(e.Id, known.Facts[e.Id] with { InError = true }) },
        (State.Known known, Event.Imported e) => known with { DetailsAsImported = known.DetailsAsImported.SetItem(e.Resource, e.Details) },
        _ => throw new UnreachableException($"{@event.GetType().Name} is not folded into {state.GetType().Name}"),
    };

    private static State.Known Holding(this State.Known known, FactId id, Fact fact, Provenance? from) => known with
    {
        Facts = known.Facts.SetItem(id, new Held(fact, InError: false)),
        Sources = from is null ? known.Sources : known.Sources.SetItem(from.Resource, new Source(id, fact)),
    };

    private static State.Known NoLongerWithout(this State.Known known, Allergy allergy) =>
        known with { NoKnownAllergies = known.NoKnownAllergies && allergy.Status == AllergyStatus.Inactive };
}
