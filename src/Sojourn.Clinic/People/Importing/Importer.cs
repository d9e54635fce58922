using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.People;

namespace Sojourn.Clinic.People.Importing;

/// <summary>
/// Takes a file in, whole or not at all: every person of it is decided in one transaction. The command's id follows from the file's bytes,
/// and the ids of people and entries from what names them in the source, so that importing again doubles nothing.
/// </summary>
public static class Importer
{
    /// <summary>Raised when a file is read differently, so that the same bytes are looked at again.</summary>
    private const int Reading = 1;

    public static async Task<ImportReport> TakeIn(Runner runner, Actor actor, ImportedFile file)
    {
        if (file.Faults.Count > 0)
        {
            return new ImportReport(file.Name, Before: false, [], file.Notes, file.Faults, file.NotTaken);
        }

        Tally tally = new(file);
        var sender = runner.SenderFor(actor, NameBased($"import/{Reading}", file.Sha256));
        var outcome = await runner.Run(sender, desk =>
        {
            // The work may run again when the store has to: it begins with an empty tally each time.
            tally = new Tally(file);
            foreach (var person in file.People)
            {
                TakeIn(desk, file, person, tally);
            }
        });

        return outcome switch
        {
            Outcome.Refused => new ImportReport(file.Name, Before: false, [], tally.Notes, tally.Refused, file.NotTaken),
            Outcome.Done { Receipt.Repeated: true } => new ImportReport(file.Name, Before: true, [], [], [], file.NotTaken),
            _ => new ImportReport(file.Name, Before: false, tally.People, tally.Notes, [], file.NotTaken),
        };
    }

    private static void TakeIn(Desk desk, ImportedFile file, ImportedPerson person, Tally tally)
    {
        var known = PeopleRecords.WithIdentifier(desk.Records, person.Details);
        if (known.Count > 1)
        {
            var names = string.Join(" and ", known.Select(row => $"{row.Given} {row.Family} ({row.Number})"));
            tally.Refuse(desk, person.Entry, person.Resource, $"{person.Details.InASentence}, has numbers of {names}. Correct the numbers of one of them here, or in the file, and import again.");
            return;
        }

        var id = known is [var one] ? one.Id.Value : NameBased("person", person.Details.Identifiers[0].Key);
        var likeness = PeopleRecords.LikenessOf(desk.Records, person.Details, id, saidToBeAnother: false);
        if (known.Count == 0 && likeness.SameNameAndBirthDate is [var twin, ..])
        {
            var numbers = string.Join(", ", person.Details.Identifiers.Select(identifier => $"{identifier.Value} of {identifier.System}"));
            tally.Refuse(
                desk,
                person.Entry,
                person.Resource,
                $"{twin.InASentence}, is here already under other numbers. If it is the same person, add {numbers} to their page (people/{twin.Id.Value}) and import again. "
                    + $"If they are two people, register this one by hand with the number {numbers}, say that they are two people, and import again.");
            return;
        }

        var before = desk.State(PersonSlice.Slice, id) as Person.State.Known;
        var believed = Believed(person, desk.At, tally);
        var reasonsBefore = desk.Reasons.Count;
        var accepted = desk.Do(PersonSlice.Slice, id, new Person.Command.Import(
            desk.At,
            file.Name,
            file.Sha256,
            person.Resource,
            person.Details,
            person.DiedOn,
            person.Died,
            person.NoKnownAllergies,
            [.. believed.Select(entry => new Person.ImportedFact(new FactId(NameBased($"fact/{id}", entry.Resource)), entry.Resource, entry.Fact))],
            person.EnteredInError,
            likeness));
        if (!accepted)
        {
            tally.Refuse(person, desk.Reasons.Skip(reasonsBefore));
            return;
        }

        tally.Take(id, person, before, (Person.State.Known)desk.State(PersonSlice.Slice, id), believed.Count);
    }

    /// <summary>A reading that nobody could believe is left out and named; it is old, and nobody here can read it again.</summary>
    private static List<ImportedEntry> Believed(ImportedPerson person, DateTimeOffset at, Tally tally)
    {
        List<ImportedEntry> believed = [];
        foreach (var entry in person.Entries)
        {
            if (entry.Fact is Vital && Person.FactIsSound(entry.Fact, person.Details, at).FirstOrDefault() is { } refusal)
            {
                tally.Note(new ImportLine(entry.Entry, Short(entry.Resource), $"Not taken. {refusal.Sentence}"));
            }
            else
            {
                believed.Add(entry);
            }
        }

        return believed;
    }

    private static Guid NameBased(string kind, string name) => DerivedId.From($"{kind}\n{name}");

    /// <summary>The resource without the numbers' system before it.</summary>
    private static string Short(string resource) => resource[(resource.LastIndexOf('|') + 1)..];

    private sealed class Tally(ImportedFile file)
    {
        private readonly List<ImportLine> notes = [.. file.Notes];
        private readonly List<ImportLine> refused = [];
        private readonly List<TakenPerson> people = [];

        internal IReadOnlyList<ImportLine> Notes => notes;

        internal IReadOnlyList<ImportLine> Refused => refused;

        internal IReadOnlyList<TakenPerson> People => people;

        internal void Note(ImportLine line) => notes.Add(line);

        internal void Refuse(Desk desk, string entry, string resource, string sentence)
        {
            desk.Refuse("people.import", sentence);
            refused.Add(new ImportLine(entry, Short(resource), sentence));
        }

        internal void Refuse(ImportedPerson person, IEnumerable<Refusal> reasons)
        {
            var places = person.Entries.ToLookup(entry => entry.Resource, entry => entry.Entry, StringComparer.Ordinal);
            refused.AddRange(reasons.Select(reason => new ImportLine(places[reason.Field ?? ""].FirstOrDefault() ?? person.Entry, Short(reason.Field ?? person.Resource), reason.Sentence)));
        }

        internal void Take(Guid id, ImportedPerson person, Person.State.Known? before, Person.State.Known after, int entries)
        {
            var recorded = after.Facts.Count - (before?.Facts.Count ?? 0);
            var amended = before is null ? 0 : after.Facts.Count(held => before.Facts.TryGetValue(held.Key, out var was) && was != held.Value);
            var taken = before is null ? Taken.Registered : recorded + amended > 0 || before.Details != after.Details || before.Died != after.Died ? Taken.Updated : Taken.Unchanged;
            people.Add(new TakenPerson(new PersonId(id), person.Details.Name.Formal, taken, recorded, amended, Math.Max(0, entries - recorded - amended)));
        }
    }
}
