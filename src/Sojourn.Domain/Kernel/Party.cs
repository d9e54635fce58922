namespace Sojourn.Domain.Kernel;

/// <summary>One side of an agreement. A plan and a booster stand only when every party that must has said yes.</summary>
public enum Party
{
    Patient,
    Therapist,
    Prescriber,
}

/// <summary>Parties as programme files and people name them.</summary>
public static class Parties
{
    /// <summary>The party that a programme's role is; null where that role is no party to agreements.</summary>
    public static Party? Of(string role) => role switch
    {
        "patient" => Party.Patient,
        "therapist" => Party.Therapist,
        "prescriber" => Party.Prescriber,
        _ => null,
    };

    /// <summary>The word inside a sentence: "the patient".</summary>
    public static string Words(Party party) => party switch
    {
        Party.Patient => "the patient",
        Party.Therapist => "the therapist",
        _ => "the prescriber",
    };

    /// <summary>"the patient and the prescriber".</summary>
    public static string Words(IEnumerable<Party> parties)
    {
        var words = parties.Order().Select(Words).ToList();
        return words.Count < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";
    }
}
