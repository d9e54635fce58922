using System.Text.Json;

namespace Sojourn.Pharmacology.Cases;

/// <summary>A place in the input, read with all its faults noted: <c>case "a", doses[1].duration_min</c>.</summary>
internal sealed class Field(string owner, string path, JsonElement element, List<string> faults)
{
    /// <summary>Amounts, volumes and rates beyond it are slips of the hand, and their products no numbers any more.</summary>
    private const double Most = 1e12;

    internal bool IsObject => element.ValueKind == JsonValueKind.Object;

    internal bool IsMissing => element.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;

    /// <summary>The same place, from here on called by a better name.</summary>
    internal Field Renamed(string name) => new(name, "", element, faults);

    internal Field this[string name] => new(owner, path.Length == 0 ? name : $"{path}.{name}", IsObject && element.TryGetProperty(name, out var inner) ? inner : default, faults);

    internal void Fault(string sentence) => faults.Add($"{owner}{(path.Length == 0 ? "" : $", {path}")}: {sentence}");

    internal string Text(string what)
    {
        if (element.ValueKind == JsonValueKind.String && element.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Fault(IsMissing ? $"is missing; give {what}." : $"is not a text; give {what}.");
        return "";
    }

    internal IReadOnlyList<Field> List(string what)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return [.. element.EnumerateArray().Select((inner, at) => new Field(owner, $"{path}[{at}]", inner, faults))];
        }

        Fault(IsMissing ? $"is missing; give {what}." : $"is not a list; give {what}.");
        return [];
    }

    /// <summary>Any finite number.</summary>
    internal double Number()
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetDouble(out var number) && double.IsFinite(number))
        {
            return number;
        }

        Fault(
            IsMissing ? "is missing; give a number."
            : element.ValueKind == JsonValueKind.Number ? "is too large a number."
            : $"is {Said()}; give a number.");
        return double.NaN;
    }

    internal double NumberOr(double otherwise) => IsMissing ? otherwise : Number();

    internal double FromNought() => Within(Number(), number => number is >= 0 and <= Most, $"give a number from 0 to {Most:0e0}.");

    internal double FromNoughtOr(double otherwise) => IsMissing ? otherwise : FromNought();

    internal double AboveNought() => Within(Number(), number => number is > 0 and <= Most, $"give a number above 0, up to {Most:0e0}.");

    internal double Share() => Within(Number(), number => number is >= 0 and <= 1, "give a share from 0 to 1.");

    internal double ShareOr(double otherwise) => IsMissing ? otherwise : Share();

    /// <summary>A number between two, both included; the second may be unknown because it was wrong itself.</summary>
    internal double Between(double least, double most) => double.IsNaN(most) ? Number() : Within(Number(), number => number >= least && number <= most, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"give a number from {least} to {most}."));

    /// <summary>true or false; what is said otherwise when it is missing.</summary>
    internal bool YesOr(bool otherwise)
    {
        if (!IsMissing && element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Fault($"is {Said()}; give true or false.");
        }

        return IsMissing ? otherwise : element.ValueKind == JsonValueKind.True;
    }

    private double Within(double number, Func<double, bool> holds, string mend)
    {
        if (double.IsNaN(number) || holds(number))
        {
            return number;
        }

        Fault($"is {element.GetRawText()}; {mend}");
        return double.NaN;
    }

    private string Said() => element.ValueKind switch
    {
        JsonValueKind.String => "a text",
        JsonValueKind.Array => "a list",
        JsonValueKind.Object => "an object",
        _ => element.GetRawText(),
    };
}
