using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>What a set of readings holds, by the names that rules and cadences use.</summary>
public static class Measured
{
    public static bool Has(Vitals vitals, VitalSign sign) => sign switch
    {
        VitalSign.BloodPressure => vitals is { Systolic: not null, Diastolic: not null },
        VitalSign.HeartRate => vitals.Pulse is not null,
        VitalSign.OxygenSaturation => vitals.Oxygen is not null,
        VitalSign.RespiratoryRate => vitals.Respiration is not null,
        VitalSign.Sedation => vitals.Sedation is not null,
        VitalSign.Temperature => vitals.Temperature is not null,
        _ => vitals.Pain is not null,
    };

    public static string Words(VitalSign sign) => sign switch
    {
        VitalSign.BloodPressure => "pressure",
        VitalSign.HeartRate => "pulse",
        VitalSign.OxygenSaturation => "oxygen",
        VitalSign.RespiratoryRate => "breaths",
        VitalSign.Sedation => "response",
        VitalSign.Temperature => "temperature",
        _ => "pain",
    };

    /// <summary>The numbers in it, by the names of <see cref="SessionFacts"/>.</summary>
    public static IEnumerable<(string Fact, decimal Value)> Facts(Vitals vitals) =>
        new (string Fact, decimal? Value)[]
        {
            (SessionFacts.Systolic, vitals.Systolic),
            (SessionFacts.Diastolic, vitals.Diastolic),
            (SessionFacts.HeartRate, vitals.Pulse),
            (SessionFacts.OxygenSaturation, vitals.Oxygen),
            (SessionFacts.RespiratoryRate, vitals.Respiration),
            (SessionFacts.Sedation, vitals.Sedation),
            (SessionFacts.Agitation, vitals.Agitation),
            (SessionFacts.Pain, vitals.Pain),
            (SessionFacts.Aldrete, vitals.Aldrete),
        }
        .Where(pair => pair.Value is not null)
        .Select(pair => (pair.Fact, pair.Value!.Value));

    /// <summary>How a fact of a session is called on screens and in sentences, with its unit.</summary>
    public static (string Name, string Unit) Name(string fact) => fact switch
    {
        SessionFacts.Systolic => ("systolic pressure", " mmHg"),
        SessionFacts.Diastolic => ("diastolic pressure", " mmHg"),
        SessionFacts.HeartRate => ("pulse", "/min"),
        SessionFacts.OxygenSaturation => ("oxygen", " %"),
        SessionFacts.RespiratoryRate => ("breaths", "/min"),
        SessionFacts.Sedation => ("response to voice (MOAA/S)", " of 5"),
        SessionFacts.Agitation => ("agitation (RASS)", ""),
        SessionFacts.Pain => ("pain", " of 10"),
        SessionFacts.MinutesSinceLastDose => ("time since the last dose", " min"),
        SessionFacts.MinutesSinceInfusionEnd => ("time since the infusion ended", " min"),
        SessionFacts.OverdueMinutes => ("vitals overdue", " min"),
        SessionFacts.UnwatchedMinutes => ("nobody has watched for", " min"),
        SessionFacts.NoTherapistMinutes => ("no therapist here for", " min"),
        SessionFacts.SilentIntervals => ("charted values missing from the monitor", ""),
        SessionFacts.PercentAboveBaseline => ("pressure above baseline", " %"),
        SessionFacts.OxygenBelowBaseline => ("oxygen below baseline", " points"),
        SessionFacts.Aldrete => ("Aldrete score", " of 10"),
        _ => (SessionFacts.Signs.TryGetValue(fact, out var sign) ? sign.ToLowerInvariant() : fact, ""),
    };

    /// <summary>A trigger in the words of the room: "systolic pressure ≥ 160 mmHg or diastolic pressure ≥ 100 mmHg".</summary>
    public static string Words(Trigger trigger) => trigger switch
    {
        Trigger.Holds holds => Name(holds.Fact).Name,
        Trigger.Compares compares => $"{Name(compares.Fact).Name} {Sign(compares.Comparison)} {Write.Number(compares.Value)}{Name(compares.Fact).Unit}",
        Trigger.Not not => $"no {Words(not.Inner)}",
        Trigger.AllOf all => string.Join(" and ", all.Parts.Select(Words)),
        Trigger.AnyOf any => string.Join(" or ", any.Parts.Select(part => part is Trigger.AllOf ? $"({Words(part)})" : Words(part))),
        _ => trigger.Words(),
    };

    private static string Sign(Comparison comparison) => comparison switch
    {
        Comparison.Less => "below",
        Comparison.AtMost => "≤",
        Comparison.Equal => "=",
        Comparison.AtLeast => "≥",
        _ => "above",
    };
}
