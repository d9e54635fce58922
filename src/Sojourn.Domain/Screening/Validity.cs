using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Screening;

/// <summary>How long answers may be relied on. The days are the programme's; which facts a period is about is said here.</summary>
public static class Validity
{
    public const string Clearance = "medical-clearance";

    /// <summary>Facts a period covers, by how their ids begin.</summary>
    private static readonly Dictionary<string, string[]> Covers = new(StringComparer.Ordinal)
    {
        ["screening-blood-pressure"] = ["resting-systolic", "resting-diastolic"],
        ["ecg"] = ["ecg"],
        ["liver-tests"] = ["liver-enzymes"],
        ["urine-drug-screen"] = ["urine-drug", "drug-screen"],
        ["pregnancy-test"] = ["pregnancy-test"],
    };

    /// <summary>Measured anew at the gate of every session, so that they do not end a decision; they must only be fresh when it is made.</summary>
    private static readonly string[] RenewedAtTheGate = ["screening-blood-pressure", "pregnancy-test"];

    /// <summary>The last day on which a decision of today may be relied on: the earliest end of the periods of what it rests on.</summary>
    /// <returns>Null when the programme gives no period.</returns>
    public static DateOnly? Until(Ruleset rules, IEnumerable<FactAnswer> used, DateTimeOffset at)
    {
        var ends = used.Where(answer => answer.Value is not null)
            .Select(answer => Period(rules, answer.Fact) is { } period && !RenewedAtTheGate.Contains(period.Id) ? DateOnly.FromDateTime(answer.At.UtcDateTime).AddDays(period.Days) : (DateOnly?)null)
            .Append(rules.DaysValid(Clearance) is { } days ? DateOnly.FromDateTime(at.UtcDateTime).AddDays(days) : null)
            .OfType<DateOnly>()
            .ToList();
        return ends.Count > 0 ? ends.Min() : null;
    }

    /// <summary>Null while the answer may be relied on.</summary>
    public static StaleAnswer? Stale(Ruleset rules, FactAnswer answer, DateTimeOffset at) =>
        answer.Value is not null && Period(rules, answer.Fact) is { } period && at - answer.At > TimeSpan.FromDays(period.Days) ? new(answer, period.Days) : null;

    private static ValidityPeriod? Period(Ruleset rules, string fact) =>
        rules.Validity.FirstOrDefault(period => Covers.TryGetValue(period.Id, out var begins) && begins.Any(begin => fact.StartsWith(begin, StringComparison.Ordinal)));
}
