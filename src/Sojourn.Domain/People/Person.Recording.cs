using System.Diagnostics;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.People;

/// <summary>Entries about a person's health: made, amended, struck out.</summary>
public static partial class Person
{
    private static Decision<Event> Record(Command.Record record, State.Known known)
    {
        var reasons = FactIsSound(record.Fact, known.Details, record.At).Concat(NotOnRecord(record.Id, record.Fact, known)).ToList();
        return reasons.Count > 0 ? Refuse(reasons) : Accept(Recorded(record.Id, record.Fact, from: null));
    }

    private static Decision<Event> RecordVitals(Command.RecordVitals record, State.Known known)
    {
        if (record.Readings.Count == 0)
        {
            return Refuse("people.no-reading", "Fill in at least one vital sign.");
        }

        var vitals = record.Readings.Select(reading => (reading.Id, Vital: new Vital(reading.Kind, reading.Value, reading.AsGiven, record.HappenedAt, record.Source))).ToList();
        var reasons = vitals
            .SelectMany(entry => FactIsSound(entry.Vital, known.Details, record.At).Concat(NotOnRecord(entry.Id, entry.Vital, known)))
            .Concat(PressuresBelongTogether([.. vitals.Select(entry => entry.Vital)]))
            .Concat(record.Checked ? [] : vitals.SelectMany(entry => WeightIsUsual(entry.Vital, known)))
            .ToList();
        return reasons.Count > 0 ? Refuse(reasons) : Accept<Event>([.. vitals.Select(entry => Recorded(entry.Id, entry.Vital, from: null))]);
    }

    private static Decision<Event> Amend(Command.Amend amend, State.Known known)
    {
        if (!known.Facts.TryGetValue(amend.Id, out var held))
        {
            return NoSuchEntry();
        }

        if (held.Fact == amend.Now && !held.InError)
        {
            return Accept<Event>();
        }

        var reasons = FactIsSound(amend.Now, known.Details, amend.At).Concat(Given(amend.Reason, "reason", "Say in a few words why the entry changes.")).ToList();
        if (held.InError)
        {
            reasons.Add(new("people.struck-out", $"“{held.Fact.InWords}” was struck out as entered in error. Make a new entry instead."));
        }

        if (held.Fact.GetType() != amend.Now.GetType())
        {
            reasons.Add(new("people.other-kind", "An entry cannot become one of another kind. Strike this one out and make a new entry."));
        }

        return reasons.Count > 0 ? Refuse(reasons) : Accept(Amended(amend.Id, held.Fact, amend.Now, amend.Reason.Trim(), from: null));
    }

    private static Decision<Event> EnterInError(Command.EnterInError strike, State.Known known)
    {
        if (!known.Facts.TryGetValue(strike.Id, out var held))
        {
            return NoSuchEntry();
        }

        if (held.InError)
        {
            return Accept<Event>();
        }

        var reasons = Given(strike.Reason, "reason", "Say in a few words why the entry is struck out.").ToList();
        return reasons.Count > 0 ? Refuse(reasons) : Accept<Event>(new Event.EnteredInError(strike.Id, held.Fact.InWords, strike.Reason.Trim()));
    }

    private static Decision<Event> StateNoKnownAllergies(State.Known known) =>
        known.NoKnownAllergies ? Accept<Event>()
        : known.HasActiveAllergy()
            ? Refuse("people.has-allergies", "Allergies are on record. Make them inactive or strike them out first, or leave the record as it is.")
        : Accept<Event>(new Event.NoKnownAllergiesStated());

    private static bool HasActiveAllergy(this State.Known known) =>
        known.Facts.Values.Any(held => !held.InError && held.Fact is Allergy { Status: AllergyStatus.Active });

    private static IEnumerable<Refusal> NotOnRecord(FactId id, Fact fact, State.Known known)
    {
        if (known.Facts.ContainsKey(id) || known.Facts.Values.Any(held => !held.InError && held.Fact == fact))
        {
            yield return new("people.on-record-already", $"“{fact.InWords}” is on record already. Amend that entry if something has changed.");
        }
    }

    private static RefusedWith NoSuchEntry() =>
        Refuse("people.no-such-entry", "This entry is not in the person's record. Open the person's page again and choose the entry there.");

    private static Event Recorded(FactId id, Fact fact, Provenance? from) => fact switch
    {
        Condition condition => new Event.ConditionRecorded(id, condition, from),
        Medicine medicine => new Event.MedicineRecorded(id, medicine, from),
        Allergy allergy => new Event.AllergyRecorded(id, allergy, from),
        Vital vital => new Event.VitalRecorded(id, vital, from),
        _ => throw new UnreachableException($"{fact} has no event"),
    };

    private static Event Amended(FactId id, Fact was, Fact now, string reason, Provenance? from) => (was, now) switch
    {
        (Condition before, Condition after) => new Event.ConditionAmended(id, before, after, reason, from),
        (Medicine before, Medicine after) => new Event.MedicineAmended(id, before, after, reason, from),
        (Allergy before, Allergy after) => new Event.AllergyAmended(id, before, after, reason, from),
        (Vital before, Vital after) => new Event.VitalAmended(id, before, after, reason, from),
        _ => throw new UnreachableException($"{was} does not become {now}"),
    };
}
