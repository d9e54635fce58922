using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.People.Importing;

/// <summary>What became of one person in a file.</summary>
public enum Taken
{
    Registered,
    Updated,
    Unchanged,
}

/// <param name="Name">"RUIZ, Ana".</param>
/// <param name="Recorded">Entries that are new.</param>
/// <param name="Amended">Entries that read differently or were struck out.</param>
/// <param name="KnownAlready">Entries that were here before.</param>
public sealed record TakenPerson(PersonId Id, string Name, Taken Taken, int Recorded, int Amended, int KnownAlready);

/// <summary>What was taken from one file, what was not, and why. Where anything is refused, nothing of the file was taken.</summary>
/// <param name="Before">This very file was taken in before, and nothing was done.</param>
public sealed record ImportReport(
    string File,
    bool Before,
    IReadOnlyList<TakenPerson> People,
    IReadOnlyList<ImportLine> Notes,
    IReadOnlyList<ImportLine> Refused,
    IReadOnlyDictionary<string, int> NotTaken)
{
    public bool IsRefused => Refused.Count > 0;

    /// <summary>"2 people registered, 1 updated, 40 entries recorded, 3 amended, 12 known already".</summary>
    public string Summary => (IsRefused, Before) switch
    {
        (true, _) => $"refused: {Count(Refused.Count, "thing", "things")} to mend, nothing of it was taken",
        (_, true) => "taken in before, nothing changed",
        _ => string.Join(", ", new[]
        {
            $"{Count(Of(Taken.Registered), "person", "people")} registered",
            $"{Of(Taken.Updated)} updated",
            $"{Of(Taken.Unchanged)} unchanged",
            $"{Count(People.Sum(person => person.Recorded), "entry", "entries")} recorded",
            $"{People.Sum(person => person.Amended)} amended",
            $"{People.Sum(person => person.KnownAlready)} known already",
        }),
    };

    /// <summary>"Not taken: 15 Encounter, 18 Claim." or null.</summary>
    public string? NotTakenInWords =>
        NotTaken.Count == 0 ? null : $"Not taken, not needed here: {string.Join(", ", NotTaken.OrderByDescending(kind => kind.Value).Select(kind => $"{kind.Value} {kind.Key}"))}.";

    public int Of(Taken taken) => People.Count(person => person.Taken == taken);

    /// <summary>For the JSON answer of the terminal and the API.</summary>
    public object AsJson() => new
    {
        file = File,
        refused = IsRefused,
        takenBefore = Before,
        registered = Of(Taken.Registered),
        updated = Of(Taken.Updated),
        unchanged = Of(Taken.Unchanged),
        people = People.Select(person => new { id = person.Id.Value, name = person.Name, taken = Columns.Word(person.Taken), recorded = person.Recorded, amended = person.Amended, knownAlready = person.KnownAlready }),
        notes = Notes,
        reasons = Refused,
        notTaken = NotTaken,
    };

    private static string Count(int number, string one, string many) => $"{number} {(number == 1 ? one : many)}";
}
