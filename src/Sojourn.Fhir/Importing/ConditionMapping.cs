using Sojourn.Domain.People;

namespace Sojourn.Fhir.Importing;

/// <summary>Condition → a condition on record.</summary>
internal static class ConditionMapping
{
    internal static Condition? Read(Entry entry)
    {
        var resource = entry.Resource;
        if (Codes.Word(resource["verificationStatus"]) is "refuted")
        {
            entry.Note("Not taken: the source says that the person does not have it.");
            return null;
        }

        var concept = Codes.Read(resource["code"], entry);
        if (concept.Words is null)
        {
            entry.Note("Not taken: it does not say what the condition is.");
            return null;
        }

        var ended = Times.DayOf(resource, "abatement", end: true);
        return new Condition(concept.Words, null, concept.Code, Times.DayOf(resource, "onset"), ended, Status(entry, ended is not null));
    }

    private static ConditionStatus Status(Entry entry, bool ended)
    {
        switch (Codes.Word(entry.Resource["clinicalStatus"]))
        {
            case "active" or "recurrence" or "relapse":
                return ConditionStatus.Active;
            case "remission":
                return ConditionStatus.InRemission;
            case "inactive" or "resolved":
                return ConditionStatus.Resolved;
            case null:
                return ended ? ConditionStatus.Resolved : ConditionStatus.Active;
            case var other:
                entry.Note($"clinicalStatus “{other}” is not known. Taken as active: ask the person.");
                return ConditionStatus.Active;
        }
    }
}
