using System.Globalization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.People;

/// <summary>What is asked of an entry before it is believed.</summary>
public static partial class Person
{
    /// <summary>A first weight above this asks whether pounds were meant. Kilograms, not included. Guards against mistyping, says nothing about health.</summary>
    public const decimal WeightThatAsks = 130m;

    /// <summary>A weight that is this many times the last one, or that part of it, asks as well: pounds are 2.2 times kilograms.</summary>
    public const decimal ChangeThatAsks = 1.5m;

    public static IEnumerable<Refusal> FactIsSound(Fact fact, Demographics details, DateTimeOffset at) => fact switch
    {
        Condition condition => Given(condition.Term, "term", "Say what the condition is.").Concat(DatesAreSound(condition.Onset, condition.Ended, details, at)),
        Medicine medicine => Given(medicine.Name, "name", "Say which medicine.").Concat(DatesAreSound(medicine.Since, medicine.Until, details, at, endMayCome: true)),
        Allergy allergy => Given(allergy.Substance, "substance", "Say what the person is allergic to."),
        Vital vital => VitalIsSound(vital, details, at),
        _ => [new Refusal("people.not-understood", "This kind of entry is not known.")],
    };

    private static IEnumerable<Refusal> DatesAreSound(PartialDate? from, PartialDate? to, Demographics details, DateTimeOffset at, bool endMayCome = false)
    {
        var today = DateOnly.FromDateTime(at.Date);
        if (from is not null && from.Earliest > today)
        {
            yield return new("people.begins-in-the-future", $"{from} is in the future. Correct the beginning, or enter it when it has begun.", Field: "since");
        }

        if (from is not null && from.Latest < details.BirthDate)
        {
            yield return new("people.begins-before-birth", $"{from} is before the person was born ({Days.Words(details.BirthDate)}). Correct the year.", Field: "since");
        }

        if (to is not null && to.Earliest > today && !endMayCome)
        {
            yield return new("people.ends-in-the-future", $"{to} is in the future. Leave the end empty while it lasts.", Field: "until");
        }

        if (from is not null && to is not null && to.Latest < from.Earliest)
        {
            yield return new("people.ends-before-it-begins", $"The end, {to}, is before the beginning, {from}. Correct one of them.", Field: "until");
        }
    }

    private static IEnumerable<Refusal> VitalIsSound(Vital vital, Demographics details, DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(vital.HappenedAt.Date);
        if (vital.HappenedAt > (vital.Source == Vital.Imported ? at.AddDays(1) : at))
        {
            yield return new("people.reading-in-the-future", $"The {vital.Kind.Words()} is dated {Days.Words(day)}, which is in the future. Correct the time.", Field: "happened-at");
        }

        if (day < details.BirthDate)
        {
            yield return new("people.reading-before-birth", $"The {vital.Kind.Words()} is dated {Days.Words(day)}, before the person was born. Correct the time.", Field: "happened-at");
            yield break;
        }

        var guard = vital.Kind.Guard(details.AgeOn(day));
        if (vital.Value < guard.Least || vital.Value > guard.Most)
        {
            yield return new("people.not-a-reading", NotAReading(vital, guard), Field: FieldOf(vital.Kind));
        }
    }

    private static string NotAReading(Vital vital, VitalGuard guard)
    {
        var written = vital.Kind.Write(vital.Value);
        return (vital.Kind, vital.Value) switch
        {
            (VitalKind.Weight, var pounds) when Fits(pounds * VitalUnits.KilogramsInAPound) => Pounds(pounds),
            (VitalKind.Temperature, var f) when Fits((f - 32) / 1.8m) => $"That is {written}. Did you mean Fahrenheit? {Number(f)} °F is {Number((f - 32) / 1.8m)} °C.",
            (VitalKind.Height, var m) when m < 3 && Fits(m * 100) => $"That is {written}. Did you mean metres? {vital.Kind.Write(m)[..^3]} m is {Number(m * 100)} cm.",
            (VitalKind.Height, var i) when Fits(i * VitalUnits.CentimetresInAnInch) => $"That is {written}. Did you mean inches? {Number(i)} in is {Number(i * VitalUnits.CentimetresInAnInch)} cm.",
            (_, var tenfold) when Fits(tenfold / 10) => $"That is {written}. Is there a digit too many? For {guard.Words}, {Bounds()} is believed here.",
            _ => $"That is {written} for {guard.Words}, which cannot be right. {Bounds()} is believed here: read it again.",
        };

        bool Fits(decimal value) => value >= guard.Least && value <= guard.Most;

        string Bounds() => $"{Number(guard.Least)} to {Number(guard.Most)} {guard.Unit}";
    }

    private static IEnumerable<Refusal> PressuresBelongTogether(IReadOnlyList<Vital> vitals)
    {
        var systolic = vitals.FirstOrDefault(vital => vital.Kind == VitalKind.Systolic);
        var diastolic = vitals.FirstOrDefault(vital => vital.Kind == VitalKind.Diastolic);
        if (systolic is not null && diastolic is not null && diastolic.Value >= systolic.Value)
        {
            yield return new(
                "people.pressures-swapped",
                $"The pressure reads {Number(systolic.Value)} over {Number(diastolic.Value)}. The first number is the greater one: are they swapped?",
                Field: FieldOf(VitalKind.Diastolic));
        }
    }

    private static IEnumerable<Refusal> WeightIsUsual(Vital vital, State.Known known)
    {
        if (vital.Kind != VitalKind.Weight || vital.AsGiven is not null)
        {
            yield break;
        }

        var last = known.Facts.Values
            .Where(held => !held.InError)
            .Select(held => held.Fact)
            .OfType<Vital>()
            .Where(earlier => earlier.Kind == VitalKind.Weight && earlier.HappenedAt <= vital.HappenedAt)
            .MaxBy(earlier => earlier.HappenedAt)?.Value;
        var guard = vital.Kind.Guard(known.Details.AgeOn(DateOnly.FromDateTime(vital.HappenedAt.Date)));
        var believed = vital.Value >= guard.Least && vital.Value <= guard.Most;
        var asks = last is null ? vital.Value > WeightThatAsks : vital.Value > last * ChangeThatAsks || vital.Value * ChangeThatAsks < last;
        if (believed && asks)
        {
            yield return new(
                "people.weight-unusual",
                (last is null ? string.Empty : $"The last weight was {Number(last.Value)} kg. ")
                    + (last is not null && vital.Value < last ? $"Is {Number(vital.Value)} kg right?" : Pounds(vital.Value))
                    + $" If {Number(vital.Value)} kg is right, say that you have checked it and save again.",
                Field: FieldOf(VitalKind.Weight));
        }
    }

    private static string Pounds(decimal pounds) => $"That is {Number(pounds)} kg. Did you mean pounds? {Number(pounds)} lb is {Number(pounds * VitalUnits.KilogramsInAPound)} kg.";

    private static string FieldOf(VitalKind kind) => kind.ToString().ToLowerInvariant();

    private static string Number(decimal value) => decimal.Round(value, 1, MidpointRounding.ToEven).ToString("0.#", CultureInfo.InvariantCulture);
}
