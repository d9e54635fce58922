using System.Globalization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Web.Forms;

/// <summary>Reads typed fields once into values, gathering every fault on the way; then gives the value or the faults.</summary>
public sealed class FieldReader(Fields fields)
{
    private readonly List<Fault> faults = [];

    public Fields Fields => fields;

    public IReadOnlyList<Fault> Faults => faults;

    public void Fault(string name, string sentence) => faults.Add(new Fault(name, sentence));

    /// <summary>Text that must be there.</summary>
    /// <param name="name">Field name.</param>
    /// <param name="missing">What to say when it is not: "Write your first name."</param>
    /// <param name="most">Most characters.</param>
    public string Text(string name, string missing, int most = 400)
    {
        if (OptionalText(name, most) is { } text)
        {
            return text;
        }

        if (faults.All(f => f.Where != name))
        {
            Fault(name, missing);
        }

        return "";
    }

    public string? OptionalText(string name, int most = 4000)
    {
        var text = fields[name];
        if (text?.Length > most)
        {
            Fault(name, $"This is {text.Length} characters long. Shorten it to {most}.");
            return null;
        }

        return text;
    }

    public decimal Number(string name, string what, decimal least, decimal most) => OptionalNumber(name, what, least, most, required: true) ?? 0m;

    /// <summary>A number with a point or a comma for decimals.</summary>
    public decimal? OptionalNumber(string name, string what, decimal least, decimal most, bool required = false)
    {
        if (fields[name] is not { } text)
        {
            if (required)
            {
                Fault(name, $"Write {what}.");
            }

            return null;
        }

        if (!decimal.TryParse(text.Replace(',', '.'), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Fault(name, $"“{text}” is not a number. Write {what} in digits.");
            return null;
        }

        if (number < least || number > most)
        {
            Fault(name, string.Create(CultureInfo.InvariantCulture, $"{number} is outside {least} to {most}. Check {what}."));
            return null;
        }

        return number;
    }

    public int Whole(string name, string what, int least, int most) => OptionalWhole(name, what, least, most, required: true) ?? 0;

    public int? OptionalWhole(string name, string what, int least, int most, bool required = false)
    {
        var number = OptionalNumber(name, what, least, most, required);
        if (number is { } n && n != decimal.Truncate(n))
        {
            Fault(name, $"Write {what} as a whole number.");
            return null;
        }

        return (int?)number;
    }

    public DateOnly Date(string name, string what) => OptionalDate(name, what, required: true) ?? default;

    /// <summary>A date from the browser (2026-11-22), or typed as 22-Nov-2026. Never 3/4/1945, which half the world reads as March and half as April.</summary>
    public DateOnly? OptionalDate(string name, string what, bool required = false)
    {
        if (fields[name] is not { } text)
        {
            if (required)
            {
                Fault(name, $"Give {what}.");
            }

            return null;
        }

        string[] forms = ["yyyy-MM-dd", "d-MMM-yyyy", "d MMM yyyy"];
        if (DateOnly.TryParseExact(text, forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Fault(name, IsFiguresOnly(text)
            ? $"“{text}” can be read as two different days. Write {what} with the month in letters, like 14-Jul-1945, or year first, like 1945-07-14."
            : $"“{text}” is not a date. Write {what} like 14-Jul-1945 or 1945-07-14.");
        return null;
    }

    private static bool IsFiguresOnly(string text) =>
        text.Split('/', '.', '-', ' ') is [{ Length: 1 or 2 } first, { Length: 1 or 2 } second, { Length: 2 or 4 } year] && (first + second + year).All(char.IsAsciiDigit);

    public TimeOnly? OptionalTime(string name, string what, bool required = false)
    {
        if (fields[name] is not { } text)
        {
            if (required)
            {
                Fault(name, $"Give {what}.");
            }

            return null;
        }

        if (TimeOnly.TryParseExact(text, ["HH:mm", "H:mm", "HHmm", "HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        Fault(name, $"“{text}” is not a time. Write {what} like 14:30.");
        return null;
    }

    public TimeOnly Time(string name, string what) => OptionalTime(name, what, required: true) ?? default;

    /// <summary>One of an enum's words, kebab-case.</summary>
    public TEnum OneOf<TEnum>(string name, string missing)
        where TEnum : struct, Enum
    {
        if (OptionalOneOf<TEnum>(name) is { } value)
        {
            return value;
        }

        if (faults.All(f => f.Where != name))
        {
            Fault(name, missing);
        }

        return default;
    }

    public TEnum? OptionalOneOf<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (fields[name] is not { } text)
        {
            return null;
        }

        foreach (var value in Enum.GetValues<TEnum>())
        {
            if (string.Equals(Sojourn.Clinic.Running.Columns.Word(value), text, StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        Fault(name, $"“{text}” is not one of the choices.");
        return null;
    }

    public Guid Id(string name, string missing) => OptionalId(name, missing, required: true) ?? Guid.Empty;

    public Guid? OptionalId(string name, string missing, bool required = false)
    {
        if (fields[name] is not { } text)
        {
            if (required)
            {
                Fault(name, missing);
            }

            return null;
        }

        if (Guid.TryParse(text, out var id))
        {
            return id;
        }

        Fault(name, missing);
        return null;
    }

    /// <summary>A ticked box: yes, on, true or 1.</summary>
    public bool Ticked(string name) => fields[name]?.ToLowerInvariant() is "yes" or "on" or "true" or "1";

    /// <summary>The value, if nothing was wrong.</summary>
    public Parsed<T> Give<T>(Func<T> make)
        where T : class =>
        faults.Count == 0 ? new(make(), []) : new(null, faults);
}
