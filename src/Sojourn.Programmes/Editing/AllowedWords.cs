using System.Text.RegularExpressions;
using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Editing;

/// <summary>What may stand at a place of a programme's text, where that is one of a few words: the reader takes the same ones.</summary>
internal static partial class AllowedWords
{
    /// <param name="path">Of the value: <c>sessions[3].staff[0].role</c>.</param>
    /// <param name="value">What stands there now.</param>
    /// <param name="sessions">Ids of the programme's sessions.</param>
    /// <returns>Empty where anything may be written, or what stands there is none of them.</returns>
    public static IReadOnlyList<string> At(string path, string value, IReadOnlyList<string> sessions)
    {
        var keys = Index().Replace(path, "").Split('.');
        var words = Of(keys[0], keys[^1], sessions);
        return words.Count == 0 && value is "yes" or "no" ? ["yes", "no"] : words.Contains(value) ? words : [];
    }

    private static IReadOnlyList<string> Of(string section, string key, IReadOnlyList<string> sessions) => (section, key) switch
    {
        ("sessions", "kind") => All<SessionKind>(),
        ("sessions", "rooms") => All<RoomKind>(),
        ("sessions", "ends-with") => All<SessionOutcome>(),
        ("sessions" or "prices", "format") => All<SessionFormat>(),
        ("sessions", "place") => All<StaffPlace>(),
        ("phases", "kind") => All<PhaseKind>(),
        ("therapy-gap", "rule") => All<GapRule>(),
        ("measures", "when") => All<MeasureMoment>(),
        ("reviews", "action") => All<ReviewAction>(),
        ("prices", "unit") => All<PriceUnit>(),
        ("facts", "kind") => All<FactKind>(),
        ("eligibility" or "medicines", "verdict") => All<Verdict>(),
        ("preparation", "kind") => All<PreparationKind>(),
        ("alerts", "level") => All<AlertLevel>(),
        ("discharge", "kind") => All<CriterionKind>(),
        ("dosing", "band" or "first-session") => All<DoseBandName>(),
        ("agreements", _) or (_, "role" or "owner" or "deputy" or "read-by" or "decided-by" or "cleared-by") => Roles.All,
        ("phases" or "prices" or "integration" or "opportunity-window", "session" or "after-each") or ("therapy-gap", "counts-as") => sessions,
        _ => [],
    };

    private static IReadOnlyList<string> All<T>()
        where T : struct, Enum =>
        [.. Words<T>.All.Keys];

    [GeneratedRegex(@"\[[0-9]+\]", RegexOptions.None, 1000)]
    private static partial Regex Index();
}
