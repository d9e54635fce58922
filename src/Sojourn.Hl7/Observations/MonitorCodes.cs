using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Sojourn.Hl7.Observations;

/// <summary>What something measures, kebab-case as in <c>monitor-codes.json</c>.</summary>
public static class Measures
{
    public const string Systolic = "systolic";
    public const string Diastolic = "diastolic";
    public const string Pulse = "pulse";
    public const string Oxygen = "oxygen";
    public const string Respiration = "respiration";
    public const string Temperature = "temperature";
}

/// <summary>The tables of <c>monitor-codes.json</c>: codes, units, and the marks that stand for no reading.</summary>
public sealed class MonitorCodes
{
    private const string MnemonicPrefix = "MDC_";

    private readonly Dictionary<string, Code> byMnemonic;
    private readonly Dictionary<string, Code> byNumber;
    private readonly Dictionary<string, Code> byLoinc;
    private readonly Dictionary<string, Kind> kinds;
    private readonly Dictionary<string, string> units;
    private readonly HashSet<decimal> noReading;

    private MonitorCodes(File file)
    {
        byMnemonic = file.Codes.ToDictionary(code => code.Mnemonic!, StringComparer.Ordinal);
        byNumber = file.Codes.ToDictionary(code => code.Number, StringComparer.Ordinal);
        byLoinc = file.Loinc.ToDictionary(code => code.Number, StringComparer.Ordinal);
        kinds = file.Measures.ToDictionary(kind => kind.Measure, StringComparer.Ordinal);
        units = file.Units.SelectMany(unit => unit.Names.Select(name => (name, unit.Ucum))).ToDictionary(pair => pair.name, pair => pair.Ucum, StringComparer.OrdinalIgnoreCase);
        noReading = [.. file.NoReading.Select(mark => decimal.Parse(mark, CultureInfo.InvariantCulture))];
    }

    /// <summary>The tables that come with the program.</summary>
    public static MonitorCodes Shipped { get; } = Load();

    /// <summary>What a code stands for.</summary>
    /// <param name="number">OBX-3.1.</param>
    /// <param name="mnemonic">OBX-3.2.</param>
    /// <param name="system">OBX-3.3: MDC, LN or a maker's own.</param>
    public Meaning Find(string number, string mnemonic, string system)
    {
        if (system == "LN")
        {
            return byLoinc.TryGetValue(number, out var loinc) ? new Meaning(loinc.Measure, loinc.Rank, Conflict: false) : Meaning.None;
        }

        if (!mnemonic.StartsWith(MnemonicPrefix, StringComparison.Ordinal))
        {
            return system is "MDC" or "" && byNumber.TryGetValue(number, out var numbered) ? new Meaning(numbered.Measure, numbered.Rank, Conflict: false) : Meaning.None;
        }

        return !byMnemonic.TryGetValue(mnemonic, out var known) ? Meaning.None
            : new Meaning(known.Measure, known.Rank, Conflict: byNumber.TryGetValue(number, out var other) && other.Measure != known.Measure);
    }

    /// <summary>The value in the unit of its measure; null where the unit is not one that it can be in. °F becomes °C, to 0.1, half to even.</summary>
    /// <param name="unitNames">OBX-6: code, mnemonic and text, whichever are given.</param>
    public (decimal Value, string Unit)? Convert(string measure, decimal value, IEnumerable<string> unitNames)
    {
        var wanted = kinds[measure].Unit;
        var given = unitNames.Select(name => units.GetValueOrDefault(name)).FirstOrDefault(unit => unit is not null);
        return given == wanted ? (value, wanted)
            : (given, wanted) == ("[degF]", "Cel") && value is > -500m and < 1000m ? (decimal.Round((value - 32m) * 5m / 9m, 1, MidpointRounding.ToEven), wanted)
            : null;
    }

    /// <summary>A number by which monitors say that they have none.</summary>
    public bool IsNoReading(string measure, decimal value) => noReading.Contains(value) || (value == 0 && kinds[measure].ZeroIsNothing);

    private static MonitorCodes Load()
    {
        using var stream = typeof(MonitorCodes).Assembly.GetManifestResourceStream("Sojourn.Hl7.Observations.monitor-codes.json")!;
        return new MonitorCodes(JsonSerializer.Deserialize<File>(stream, JsonSerializerOptions.Web)!);
    }

    private sealed record File(IReadOnlyList<Code> Codes, IReadOnlyList<Code> Loinc, IReadOnlyList<Kind> Measures, IReadOnlyList<UnitNames> Units, IReadOnlyList<string> NoReading);

    private sealed record Code(string? Mnemonic, string Number, string Measure, int Rank);

    private sealed record Kind(string Measure, string Unit, [property: JsonPropertyName("zeroIsNothing")] bool ZeroIsNothing);

    private sealed record UnitNames(string Ucum, IReadOnlyList<string> Names);
}

/// <summary>What a code stands for.</summary>
/// <param name="Measure">Null where it is nothing that is looked at here.</param>
/// <param name="Rank">Of several ways to measure the same thing in one message the lowest counts.</param>
/// <param name="Conflict">Number and mnemonic name two different things.</param>
public readonly record struct Meaning(string? Measure, int Rank, bool Conflict)
{
    public static Meaning None { get; } = new(null, 0, Conflict: false);
}
