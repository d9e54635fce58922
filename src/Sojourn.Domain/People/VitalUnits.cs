using System.Globalization;

namespace Sojourn.Domain.People;

/// <summary>Turns a measured value into the unit kept here. Units are UCUM codes, or what systems and people write instead. The factors are exact by definition.</summary>
public static class VitalUnits
{
    internal const decimal KilogramsInAPound = 0.45359237m;
    internal const decimal CentimetresInAnInch = 2.54m;

    /// <returns>The value as kept, and as given where that was another unit; null for a unit that does not measure this.</returns>
    public static (decimal Value, string? AsGiven)? Convert(VitalKind kind, decimal value, string unit)
    {
        decimal? converted = (kind, unit) switch
        {
            (VitalKind.Systolic or VitalKind.Diastolic, "mm[Hg]" or "mmHg" or "mm Hg") => value,
            (VitalKind.Systolic or VitalKind.Diastolic, "kPa") => value * 760m / 101.325m,
            (VitalKind.Pulse or VitalKind.Respiration, "/min" or "1/min" or "{beats}/min" or "beats/min" or "beats/minute" or "bpm") => value,
            (VitalKind.Respiration, "{breaths}/min" or "breaths/min" or "breaths/minute" or "breaths per minute") => value,
            (VitalKind.Oxygen, "%" or "%O2" or "percent") => value,
            (VitalKind.Weight, "kg") => value,
            (VitalKind.Weight, "g") => value / 1000m,
            (VitalKind.Weight, "[lb_av]" or "lb" or "lbs" or "lb_av" or "pounds") => value * KilogramsInAPound,
            (VitalKind.Weight, "[oz_av]" or "oz") => value * 0.028349523125m,
            (VitalKind.Weight, "[stone_av]") => value * 6.35029318m,
            (VitalKind.Height, "cm") => value,
            (VitalKind.Height, "m") => value * 100m,
            (VitalKind.Height, "mm") => value / 10m,
            (VitalKind.Height, "[in_i]" or "[in_us]" or "in" or "inches") => value * CentimetresInAnInch,
            (VitalKind.Height, "[ft_i]" or "ft") => value * 30.48m,
            (VitalKind.Temperature, "Cel" or "C" or "°C" or "degC") => value,
            (VitalKind.Temperature, "[degF]" or "degF" or "F" or "°F") => (value - 32m) / 1.8m,
            (VitalKind.Pain, "{score}" or "1" or "" or "score" or "{0-10}") => value,
            (VitalKind.BodyMassIndex, "kg/m2" or "kg/m²") => value,
            _ => null,
        };
        if (converted is not { } kept)
        {
            return null;
        }

        var rounded = decimal.Round(kept, kind.Guard().Decimals, MidpointRounding.ToEven);
        return kept == value ? (rounded, null) : (rounded, $"{value.ToString("0.####", CultureInfo.InvariantCulture)} {Plain(unit)}");
    }

    /// <summary>The unit as people write it.</summary>
    public static string Plain(string unit) => unit switch
    {
        "[lb_av]" or "lbs" or "lb_av" or "pounds" => "lb",
        "[oz_av]" => "oz",
        "[stone_av]" => "st",
        "[in_i]" or "[in_us]" or "inches" => "in",
        "[ft_i]" => "ft",
        "[degF]" or "degF" or "F" => "°F",
        _ => unit,
    };
}
