using Sojourn.Clinic.Outcomes;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;

namespace Sojourn.Web.Outcomes;

/// <summary>How outcomes read. A sentence says only what two answers say.</summary>
public static class OutcomeWords
{
    public const string TooFew = "Not enough answers yet";

    /// <summary>In the order in which they are shown, and lead the page where the programme names no other.</summary>
    private static readonly (string Id, string Name, string Plain)[] Known =
    [
        ("peg", "PEG", "Pain"),
        ("daily-pain", "Daily pain", "Daily pain"),
        ("phq-9", "PHQ-9", "Depression (PHQ-9)"),
        ("pcl-5", "PCL-5", "Trauma symptoms (PCL-5)"),
        ("gad-7", "GAD-7", "Anxiety (GAD-7)"),
    ];

    /// <summary>"PEG", "ISI", "Bladder check".</summary>
    public static string Instrument(string id) => Array.Find(Known, known => known.Id == id).Name
        ?? (id.Any(char.IsAsciiDigit) || id.Length < 6 ? id.ToUpperInvariant() : char.ToUpperInvariant(id[0]) + id[1..].Replace('-', ' '));

    /// <summary>Place in the order; what is not known comes last.</summary>
    public static int Order(string id) => Array.FindIndex(Known, known => known.Id == id) is >= 0 and var place ? place : Known.Length;

    /// <summary>A single answer of a measure that is not followed everywhere makes no line of its own.</summary>
    public static bool IsDrawn(string id, int answers) => Order(id) < Known.Length || answers > 1;

    /// <summary>The measure that leads for what a programme treats.</summary>
    public static string Lead(string? track) => track switch
    {
        "depression" => "phq-9",
        "trauma" => "pcl-5",
        _ => "peg",
    };

    /// <summary>"Pain fell from 8 to 4 since the first session", of the leading measure, else of the first that has both answers.</summary>
    public static string Finding(IReadOnlyList<Change> changes, string lead) =>
        changes.OrderBy(change => change.Instrument == lead ? -1 : Order(change.Instrument)).FirstOrDefault() is { } first ? $"{Sentence(first)} since the first session" : TooFew;

    /// <summary>Every measure in one sentence, for those who do not see the picture.</summary>
    public static string Said(IReadOnlyList<Change> changes, int medicineSessions) =>
        $"{Sessions(medicineSessions)}. " + (changes.Count == 0 ? $"{TooFew}." : $"{string.Join("; ", changes.OrderBy(change => Order(change.Instrument)).Select(Sentence))}.");

    public static string Value(decimal total) => Words.Number(Rounded(total));

    public static decimal Rounded(decimal total) => decimal.Round(total, 1, MidpointRounding.AwayFromZero);

    /// <summary>"−4", "+2", "0".</summary>
    public static string Difference(Change change) =>
        (Rounded(change.Last.Total) - Rounded(change.Before.Total)) switch
        {
            < 0 and var less => "−" + Words.Number(-less),
            > 0 and var more => "+" + Words.Number(more),
            _ => "0",
        };

    public static string NotAnswered(string state) => state switch
    {
        "declined" => "declined",
        "lapsed" => "closed without an answer",
        _ => "late, still open",
    };

    public static string Dose(DoseRow dose) =>
        $"{Words.Dose(decimal.Round(dose.Mg, 3))} {(DoseRoutes.ById.TryGetValue(dose.Route, out var route) ? DoseRoutes.Words(route) : dose.Route)}";

    private static string Sentence(Change change)
    {
        var (before, last) = (Value(change.Before.Total), Value(change.Last.Total));
        var name = Array.Find(Known, known => known.Id == change.Instrument).Plain ?? Instrument(change.Instrument);
        return before == last ? $"{name} stayed at {last}" : $"{name} {(change.Last.Total < change.Before.Total ? "fell" : "rose")} from {before} to {last}";
    }

    private static string Sessions(int count) => count switch
    {
        0 => "No medicine session yet",
        1 => "One medicine session",
        _ => $"{count} medicine sessions",
    };
}
