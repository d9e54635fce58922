using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.People;

/// <summary>What another system says about a person. Read again, it changes only what has changed there since.</summary>
public static partial class Person
{
    private static Decision<Event> Import(Command.Import import, State state)
    {
        var reasons = (state is State.Nobody ? NobodyElse(import.Likeness) : [])
            .Concat(DetailsAreSound(import.Details, import.At).Select(reason => reason with { Field = import.Resource }))
            .Concat(DeathIsSound(import.DiedOn, import.Details, import.At).Select(reason => reason with { Field = import.Resource }))
            .Concat(import.Facts.SelectMany(entry =>
                FactIsSound(entry.Fact, import.Details, import.At).Select(reason => reason with { Field = entry.Resource })))
            .ToList();
        if (state is State.Known here && IsSomebodyElse(import, here) is { } somebodyElse)
        {
            reasons.Add(somebodyElse);
        }

        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var origin = new Provenance(import.File, import.Resource);
        List<Event> events = state is State.Nobody ? [new Event.Registered(import.Details, origin)] : [];
        var known = (State.Known)events.Aggregate(state, Evolve);
        var detailsAreNew = !known.DetailsAsImported.TryGetValue(import.Resource, out var saidBefore) || saidBefore != import.Details;

        if (detailsAreNew && Merge(known.Details, saidBefore, import.Details) is var merged && merged != known.Details)
        {
            Add(new Event.DetailsCorrected(known.Details, merged, $"Imported from {import.File}.", origin));
        }

        if (import.Died && !known.Died)
        {
            Add(new Event.DeathRecorded(import.DiedOn, origin));
        }

        var amended = AmendWhatChanged() + StrikeOut();
        var recorded = RecordWhatIsNew();

        if (import.NoKnownAllergies && !known.NoKnownAllergies && !known.HasActiveAllergy())
        {
            Add(new Event.NoKnownAllergiesStated(origin));
        }

        if (events.Count > 0 || detailsAreNew)
        {
            Add(new Event.Imported(import.File, import.FileSha256, import.Resource, import.Details, recorded, amended, import.Facts.Count - recorded - amended));
        }

        return Accept<Event>(events);

        int AmendWhatChanged()
        {
            var before = events.Count;
            foreach (var entry in import.Facts)
            {
                if (known.Sources.TryGetValue(entry.Resource, out var source)
                    && source.Said != entry.Fact
                    && source.Said.GetType() == entry.Fact.GetType()
                    && known.Facts[source.Id] is { InError: false } held
                    && held.Fact != entry.Fact)
                {
                    Add(Amended(source.Id, held.Fact, entry.Fact, $"Changed in {import.File}.", origin with { Resource = entry.Resource }));
                }
            }

            return events.Count - before;
        }

        int StrikeOut()
        {
            var before = events.Count;
            foreach (var id in import.EnteredInError.Where(known.Sources.ContainsKey).Select(resource => known.Sources[resource].Id))
            {
                if (known.Facts[id] is { InError: false } held)
                {
                    Add(new Event.EnteredInError(id, held.Fact.InWords, $"Struck out by the source, says {import.File}."));
                }
            }

            return events.Count - before;
        }

        // After the amendments: an entry equal to one that has just changed is not on record any more.
        int RecordWhatIsNew()
        {
            var before = events.Count;
            var onRecord = known.Facts.Values.Where(held => !held.InError).Select(held => held.Fact).ToHashSet();
            foreach (var entry in import.Facts.Where(entry => !import.EnteredInError.Contains(entry.Resource, StringComparer.Ordinal)))
            {
                if (!known.Sources.ContainsKey(entry.Resource) && !known.Facts.ContainsKey(entry.Id) && onRecord.Add(entry.Fact))
                {
                    Add(Recorded(entry.Id, entry.Fact, origin with { Resource = entry.Resource }));
                }
            }

            return events.Count - before;
        }

        void Add(Event @event)
        {
            events.Add(@event);
            known = (State.Known)Evolve(known, @event);
        }
    }

    /// <summary>A number that has come to somebody of another name and birth date would write one person over another.</summary>
    private static Refusal? IsSomebodyElse(Command.Import import, State.Known here) =>
        here.Details.BirthDate != import.Details.BirthDate
        && !string.Equals(here.Details.Name.Family, import.Details.Name.Family, StringComparison.OrdinalIgnoreCase)
            ? new Refusal(
                "people.other-person",
                $"{import.Details.InASentence}, has the number of {here.Details.InASentence}. One of the numbers is wrong: correct it here or in the file.",
                Field: import.Resource)
            : null;

    /// <summary>
    /// Takes from the source only what differs from what it said before: what the clinic corrected by hand in between stays.
    /// At the first meeting the source only fills in what is empty here.
    /// </summary>
    private static Demographics Merge(Demographics here, Demographics? before, Demographics said) => here with
    {
        Name = Take(here.Name, (before ?? said).Name, said.Name),
        BirthDate = Take(here.BirthDate, (before ?? said).BirthDate, said.BirthDate),
        Sex = here.Sex == Sex.NotKnown ? said.Sex : Take(here.Sex, (before ?? said).Sex, said.Sex),
        Pronouns = Take(here.Pronouns, before?.Pronouns, said.Pronouns, fillOnly: before is null),
        Language = Take(here.Language, before?.Language, said.Language, fillOnly: before is null),
        Contacts = new Contacts(
            Take(here.Contacts.Phone, before?.Contacts.Phone, said.Contacts.Phone, fillOnly: before is null),
            Take(here.Contacts.Email, before?.Contacts.Email, said.Contacts.Email, fillOnly: before is null),
            Take(here.Contacts.Address, before?.Contacts.Address, said.Contacts.Address, fillOnly: before is null)),
        Identifiers = [.. here.Identifiers, .. said.Identifiers.Where(said => !here.Identifiers.Any(said.Means))],
    };

    private static T Take<T>(T here, T? before, T said, bool fillOnly = false) =>
        said is null || (fillOnly && here is not null) || EqualityComparer<T>.Default.Equals(before, said) ? here : said;
}
