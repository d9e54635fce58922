using System.Diagnostics;
using System.Globalization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.People;

public enum VitalKind
{
    Systolic,
    Diastolic,
    Pulse,
    Oxygen,
    Weight,
    Height,
    Respiration,
    Temperature,
    Pain,
    BodyMassIndex,
}

/// <summary>Unit, granularity and the widest range in which a number is believed to be a reading and not a slip. No clinical limits: those are in programmes.</summary>
/// <param name="Least">Least value believed, included.</param>
/// <param name="Most">Greatest value believed, included.</param>
/// <param name="Decimals">Digits kept after the point; rounded half to even when read from another system.</param>
public sealed record VitalGuard(string Words, string Unit, decimal Least, decimal Most, int Decimals);

/// <summary>What is known about each kind of vital sign.</summary>
public static class VitalKinds
{
    private const int GrownUp = 18;

    /// <param name="age">Years at the time of the reading; a child may weigh less.</param>
    public static VitalGuard Guard(this VitalKind kind, int age = GrownUp) => kind switch
    {
        VitalKind.Systolic => new("systolic pressure", "mmHg", 40, 300, 0),
        VitalKind.Diastolic => new("diastolic pressure", "mmHg", 20, 200, 0),
        VitalKind.Pulse => new("pulse", "/min", 20, 250, 0),
        VitalKind.Oxygen => new("oxygen saturation", "%", 40, 100, 0),
        VitalKind.Weight when age >= GrownUp => new("weight", "kg", Kilograms.LeastPlausible, Kilograms.MostPlausible, 1),
        VitalKind.Weight => new("weight", "kg", 0.3m, Kilograms.MostPlausible, 1),
        VitalKind.Height when age >= GrownUp => new("height", "cm", 90, 260, 1),
        VitalKind.Height => new("height", "cm", 20, 260, 1),
        VitalKind.Respiration => new("breaths", "/min", 3, 90, 0),
        VitalKind.Temperature => new("temperature", "°C", 25, 45, 1),
        VitalKind.Pain => new("pain", "of 10", 0, 10, 1),
        VitalKind.BodyMassIndex => new("body mass index", "kg/m²", 6, 150, 1),
        _ => throw new UnreachableException($"{kind} has no guard"),
    };

    public static string Words(this VitalKind kind) => kind.Guard().Words;

    /// <summary>"74.8 kg": number, space, unit.</summary>
    public static string Write(this VitalKind kind, decimal value) => $"{value.ToString("0.##", CultureInfo.InvariantCulture)} {kind.Guard().Unit}";
}
