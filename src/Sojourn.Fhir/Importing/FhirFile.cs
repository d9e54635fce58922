using System.Security.Cryptography;
using System.Text;
using Sojourn.Clinic.People.Importing;
using Sojourn.Domain.People;

namespace Sojourn.Fhir.Importing;

/// <summary>Reads a FHIR R4 bundle, or a single Patient, into people. Reads only; whether they are taken in is decided elsewhere.</summary>
public static class FhirFile
{
    private static readonly HashSet<string> BundleTypes = new(StringComparer.Ordinal) { "transaction", "batch", "collection", "searchset", "document", "message" };

    private static readonly HashSet<string> AboutHealth =
        new(StringComparer.Ordinal) { "Condition", "MedicationRequest", "MedicationStatement", "AllergyIntolerance", "Observation" };

    /// <param name="name">Of the file, without its folder.</param>
    /// <param name="stream">Read to its end, or to one byte past the limit.</param>
    public static ImportedFile Read(string name, Stream stream)
    {
        if (ImportBytes.Of(stream) is not { } bytes)
        {
            return ImportedFile.Unreadable(name, "", ImportBytes.TooLarge);
        }

        var sha256 = Convert.ToHexStringLower(SHA256.HashData(bytes.Span));
        var (outline, fault) = Outline.Of(bytes.Span);
        if (outline is null)
        {
            return ImportedFile.Unreadable(name, sha256, fault!);
        }

        if (outline.BundleType is { } type && !BundleTypes.Contains(type))
        {
            return ImportedFile.Unreadable(name, sha256, $"This is a bundle of type “{type}”, which does not carry records. Export a transaction, batch, collection or searchset.");
        }

        var report = new Report();
        if (outline.HasNextPage)
        {
            report.Note(new ImportLine(null, null, "This bundle is one page of several. Import the other pages as well."));
        }

        var people = Take(Open(outline, bytes, report), report);
        return report.Close(name, sha256, people);
    }

    private static List<Entry> Open(Outline outline, ReadOnlyMemory<byte> bytes, Report report)
    {
        List<Entry> kept = [];
        for (var index = 0; index < outline.Entries.Count; index++)
        {
            var entry = Entry.Open(bytes[outline.Entries[index]], outline.BundleType is null ? null : index + 1, report);
            switch (entry)
            {
                case null:
                    break;
                case { Type: "Patient" or "Medication" }:
                    kept.Add(entry);
                    break;
                case { Type: "Observation" } when !VitalMapping.IsVital(entry):
                    report.CountNotTaken("Observation other than vital signs");
                    break;
                case var health when AboutHealth.Contains(health.Type):
                    kept.Add(entry);
                    break;
                default:
                    report.CountNotTaken(entry.Type);
                    break;
            }
        }

        return kept;
    }

    private static List<ImportedPerson> Take(List<Entry> entries, Report report)
    {
        var references = new References(entries);
        var patients = entries.Where(entry => entry.Type == "Patient").ToList();
        var drafts = patients.Select(PatientMapping.Read).OfType<PatientMapping.Draft>().ToList();
        var people = drafts.ToDictionary(draft => draft.Entry, draft => new Gathered(draft));
        foreach (var entry in entries.Where(entry => AboutHealth.Contains(entry.Type)))
        {
            if (Whose(entry, references, patients.Count > 0) is { } patient && people.TryGetValue(patient, out var gathered))
            {
                gathered.Add(entry, references);
            }
        }

        if (patients.Count == 0)
        {
            report.Note(new ImportLine(null, null, "There is no Patient in this file, so there is nobody to take in."));
        }

        return [.. people.Values.Select(gathered => gathered.Close())];
    }

    private static Entry? Whose(Entry entry, References references, bool hasPatients)
    {
        var subject = entry.Resource[entry.Type == "AllergyIntolerance" ? "patient" : "subject"];
        var found = references.Find(subject);
        if (found is { Type: "Patient" })
        {
            return found;
        }

        var sentence = subject.IsThere
            ? $"It belongs to {References.Say(subject)}, who is not in this file. Export the Patient together with it."
            : "It does not say whom it is about. Export it again with its subject.";
        if (hasPatients)
        {
            entry.Fault(sentence);
        }
        else
        {
            entry.Note($"Not taken. {sentence}");
        }

        return null;
    }

    /// <summary>What the file says about one person, while it is read.</summary>
    private sealed class Gathered(PatientMapping.Draft draft)
    {
        private readonly Dictionary<string, Entry> seen = new(StringComparer.Ordinal);
        private readonly List<ImportedEntry> entries = [];
        private readonly List<string> enteredInError = [];
        private bool noKnownAllergies;

        internal void Add(Entry entry, References references)
        {
            var resource = Key(entry);
            if (!seen.TryAdd(resource, entry))
            {
                if (entry.Raw.GetRawText() != seen[resource].Raw.GetRawText())
                {
                    entry.Fault($"{entry.Name} is in the file twice, and says two things. Take out the one that is wrong.");
                }

                return;
            }

            if (IsEnteredInError(entry))
            {
                enteredInError.Add(resource);
                entry.Note("Not taken: the source says that it was entered in error.");
                return;
            }

            switch (entry.Type)
            {
                case "Condition":
                    Keep(entry, resource, ConditionMapping.Read(entry));
                    break;
                case "AllergyIntolerance" when AllergyMapping.SaysThereIsNone(entry):
                    noKnownAllergies = true;
                    break;
                case "AllergyIntolerance":
                    Keep(entry, resource, AllergyMapping.Read(entry));
                    break;
                case "Observation":
                    foreach (var (suffix, vital) in VitalMapping.Read(entry))
                    {
                        Keep(entry, resource + suffix, vital);
                    }

                    break;
                default:
                    Keep(entry, resource, MedicineMapping.Read(entry, references));
                    break;
            }
        }

        internal ImportedPerson Close() =>
            new(draft.Entry.Place ?? "the file", draft.Resource, draft.Details, draft.Died, draft.DiedOn, noKnownAllergies, entries, enteredInError);

        private void Keep(Entry entry, string resource, Fact? fact)
        {
            if (fact is not null)
            {
                entries.Add(new ImportedEntry(entry.Place ?? "the file", resource, fact));
            }
        }

        /// <summary>Type and id within the source's record numbers; without an id, what the resource says.</summary>
        private string Key(Entry entry) =>
            entry.Id is not null || entry.FullUrl is not null
                ? draft.Namespace + entry.Name
                : $"{draft.Namespace}{entry.Type}#{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(entry.Raw.GetRawText())))[..16]}";

        private static bool IsEnteredInError(Entry entry) =>
            (entry.Type is "Condition" or "AllergyIntolerance" ? Codes.Word(entry.Resource["verificationStatus"]) : entry.Resource["status"].Text()) == "entered-in-error";
    }
}
