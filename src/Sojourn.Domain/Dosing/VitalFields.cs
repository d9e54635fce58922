using System.Globalization;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>The fields of a set of readings by name: for checking what is plausible, and for amending one field and keeping both values.</summary>
public static class VitalFields
{
    /// <summary>Guard against mistyping; °C, both included.</summary>
    private static readonly Bounds<decimal> Temperatures = new(30m, 43m);

    private static readonly VitalField[] Known =
    [
        new("systolic", SessionFacts.Systolic, v => v.Systolic, (v, n) => v with { Systolic = Whole(n) }),
        new("diastolic", SessionFacts.Diastolic, v => v.Diastolic, (v, n) => v with { Diastolic = Whole(n) }),
        new("pulse", SessionFacts.HeartRate, v => v.Pulse, (v, n) => v with { Pulse = Whole(n) }),
        new("oxygen", SessionFacts.OxygenSaturation, v => v.Oxygen, (v, n) => v with { Oxygen = Whole(n) }),
        new("respiration", SessionFacts.RespiratoryRate, v => v.Respiration, (v, n) => v with { Respiration = Whole(n) }),
        new("sedation", SessionFacts.Sedation, v => v.Sedation, (v, n) => v with { Sedation = Whole(n) }),
        new("agitation", SessionFacts.Agitation, v => v.Agitation, (v, n) => v with { Agitation = Whole(n) }),
        new("pain", SessionFacts.Pain, v => v.Pain, (v, n) => v with { Pain = Whole(n) }),
        new("temperature", null, v => v.Temperature, (v, n) => v with { Temperature = n }),
        new("aldrete", SessionFacts.Aldrete, v => v.Aldrete, (v, n) => v with { Aldrete = Whole(n) }),
    ];

    public static IReadOnlyList<VitalField> All => Known;

    public static IReadOnlyList<Change> Changes(Vitals was, Vitals now) =>
        [.. Known.Where(field => field.Get(was) != field.Get(now)).Select(field => new Change(field.Name, Text(field.Get(was)), Text(field.Get(now))))];

    internal static Vitals Apply(Vitals vitals, IEnumerable<Change> changes) =>
        changes.Aggregate(vitals, (all, change) => Known.First(field => field.Name == change.Field).With(all, change.Now is { } now ? decimal.Parse(now, CultureInfo.InvariantCulture) : null));

    private static string? Text(decimal? number) => number is { } value ? Write.Number(value) : null;

    private static int? Whole(decimal? number) => number is { } value ? (int)value : null;

    /// <param name="Fact">Name in rules; null where none speaks of it.</param>
    public sealed record VitalField(string Name, string? Fact, Func<Vitals, decimal?> Get, Func<Vitals, decimal?, Vitals> With)
    {
        public Bounds<decimal> Plausible => Fact is null ? Temperatures : SessionFacts.Numbers[Fact];

        public string Words => Fact is null ? "temperature" : Measured.Name(Fact).Name;

        public string Unit => Fact is null ? " °C" : Measured.Name(Fact).Unit;
    }
}
