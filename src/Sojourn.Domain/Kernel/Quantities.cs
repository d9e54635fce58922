namespace Sojourn.Domain.Kernel;

/// <summary>An amount of medicine in milligrams of base. Granularity 0.001 mg; never negative.</summary>
public readonly record struct Milligrams(decimal Value) : ISingleValue
{
    /// <summary>"60 mg", "0.5 mg": leading zero, no trailing zero, a space before the unit.</summary>
    public override string ToString() => $"{Value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} mg";

    public static Milligrams operator +(Milligrams left, Milligrams right) => new(left.Value + right.Value);

    public MilligramsPerKilogram Per(Kilograms weight) => new(decimal.Round(Value / weight.Value, 3, MidpointRounding.ToEven));
}

/// <summary>Milligrams for each kilogram of body weight. Rounded to 0.001, half to even.</summary>
public readonly record struct MilligramsPerKilogram(decimal Value) : ISingleValue
{
    public override string ToString() => $"{Value.ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)} mg/kg";
}

/// <summary>Body weight in kilograms. Plausible for an adult from 25 to 350, both included; granularity 0.1.</summary>
public readonly record struct Kilograms(decimal Value) : ISingleValue
{
    public const decimal LeastPlausible = 25m;
    public const decimal MostPlausible = 350m;

    public override string ToString() => $"{Value.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture)} kg";
}
