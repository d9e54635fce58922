using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>How figures stand in this slice's sentences.</summary>
internal static class Write
{
    internal static string Number(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A limit, cut to 0.001 and never rounded up.</summary>
    internal static string Limit(Milligrams limit) => $"{Number(decimal.Floor(limit.Value * 1000m) / 1000m)} mg";

    internal static string Basis(DoseLimit limit, Kilograms weight) => (limit.Milligrams, limit.MilligramsPerKilogram) switch
    {
        ({ } most, { } byWeight) => $"the lower of {Number(most)} mg and {Number(byWeight)} mg/kg at {weight}; source: {limit.Source}",
        (null, { } byWeight) => $"{Number(byWeight)} mg/kg at {weight}; source: {limit.Source}",
        _ => $"source: {limit.Source}",
    };

    /// <summary>Words of a programme file at the end of a sentence: one full stop, not two and not none.</summary>
    internal static string Ended(string words) => words.TrimEnd().TrimEnd('.') + ".";

    internal static string Ratio(decimal ratio) => decimal.Round(ratio, 1, MidpointRounding.ToEven).ToString("0.#", CultureInfo.InvariantCulture);

    internal static string Minutes(int minutes) => minutes == 1 ? "1 minute" : $"{minutes.ToString(CultureInfo.InvariantCulture)} minutes";

    internal static string Listed(IReadOnlyList<string> words) => words.Count switch
    {
        0 => "",
        1 => words[0],
        _ => $"{string.Join(", ", words.Take(words.Count - 1))} or {words[^1]}",
    };
}
