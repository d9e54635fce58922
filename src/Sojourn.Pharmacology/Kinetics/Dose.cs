using System.Runtime.InteropServices;

namespace Sojourn.Pharmacology.Kinetics;

/// <summary>Where medicine comes in.</summary>
public enum Entry
{
    /// <summary>The centre: blood.</summary>
    Centre,

    /// <summary>The liver, in models that have one.</summary>
    Liver,
}

/// <summary>
/// One input. At once or spread evenly over <see cref="DurationMinutes"/>; straight into its entry, or into a depot that empties at
/// <see cref="AbsorptionPerMinute"/> with one share reaching the entry and another reaching norketamine.
/// </summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Dose
{
    private Dose(double at, double milligrams, double duration) => (AtMinutes, Milligrams, DurationMinutes, Fraction) = (at, milligrams, duration, 1);

    /// <summary>Minutes from the chart's nought, a lag included; may be negative.</summary>
    public double AtMinutes { get; private init; }

    /// <summary>Milligrams of base, from 0.</summary>
    public double Milligrams { get; private init; }

    /// <summary>Minutes; 0 is at once.</summary>
    public double DurationMinutes { get; private init; }

    /// <summary>Share that reaches the entry, 0 to 1.</summary>
    public double Fraction { get; private init; }

    /// <summary>Rate at which the depot empties, 1/min; 0 where there is no depot.</summary>
    public double AbsorptionPerMinute { get; private init; }

    /// <summary>Molar share that reaches norketamine without having been ketamine in the blood, 0 to 1.</summary>
    public double PresystemicNorketamine { get; private init; }

    /// <summary>Where the share comes in.</summary>
    public Entry Entry { get; private init; }

    /// <summary>The last minute of an even input.</summary>
    public double EndMinutes => AtMinutes + DurationMinutes;

    public bool ThroughDepot => AbsorptionPerMinute > 0;

    /// <summary>All at once into the blood.</summary>
    public static Dose Bolus(double at, double milligrams) => new(at, milligrams, 0);

    /// <summary>Evenly into the blood; a duration of 0 is a bolus.</summary>
    public static Dose Infusion(double at, double milligrams, double duration) => new(at, milligrams, duration);

    /// <summary>From a depot that empties at a steady share a minute.</summary>
    public static Dose FirstOrder(double at, double milligrams, double fraction, double absorptionPerMinute, double lag = 0, double presystemic = 0, Entry entry = Entry.Centre) =>
        new(at + lag, milligrams, 0) { Fraction = fraction, AbsorptionPerMinute = absorptionPerMinute, PresystemicNorketamine = presystemic, Entry = entry };

    /// <summary>Evenly into the depot for <paramref name="duration"/> minutes, and from there as <see cref="FirstOrder"/>.</summary>
    public static Dose EvenThenFirstOrder(double at, double milligrams, double fraction, double duration, double absorptionPerMinute, Entry entry) =>
        new(at, milligrams, duration) { Fraction = fraction, AbsorptionPerMinute = absorptionPerMinute, Entry = entry };
}
