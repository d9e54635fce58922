namespace Sojourn.Domain.Programmes;

public enum VitalSign
{
    BloodPressure,
    HeartRate,
    OxygenSaturation,
    RespiratoryRate,

    /// <summary>MOAA/S, 0 to 5.</summary>
    Sedation,
    Temperature,

    /// <summary>0 to 10.</summary>
    Pain,
}

/// <summary>What earliest discharge is counted from.</summary>
public enum CountedFrom
{
    LastDose,
    EndOfInfusion,
}

/// <summary>When vitals fall due for a route.</summary>
/// <param name="BaselineReadings">Readings before the dose.</param>
/// <param name="BaselineMinutesApart">At least so many minutes between them.</param>
/// <param name="AfterStartMinutes">Minutes after the first dose or the start of the infusion, rising.</param>
/// <param name="Measures">What each reading takes.</param>
/// <param name="ContinuousOxygenMinutes">SpO2 is watched without a break for so many minutes; null for the whole of the dosing.</param>
/// <param name="Recovery">After the last of <paramref name="AfterStartMinutes"/>: the steps in order, the last until discharge.</param>
/// <param name="EarliestDischargeMinutes">No discharge before so many minutes.</param>
/// <param name="LateAfterMinutes">A reading is overdue so many minutes after it fell due.</param>
public sealed record VitalsCadence(
    DoseRoute Route,
    int BaselineReadings,
    int BaselineMinutesApart,
    IReadOnlyList<int> AfterStartMinutes,
    IReadOnlyList<VitalSign> Measures,
    int? ContinuousOxygenMinutes,
    IReadOnlyList<RecoveryStep> Recovery,
    int EarliestDischargeMinutes,
    CountedFrom DischargeCountedFrom,
    int LateAfterMinutes,
    Source Source)
{
    /// <summary>Minutes after the start at which readings fall due, up to and including a minute.</summary>
    public IReadOnlyList<int> DueUpTo(int minute)
    {
        var due = AfterStartMinutes.Where(at => at <= minute).ToList();
        var at = AfterStartMinutes[^1];
        foreach (var step in Recovery)
        {
            for (var times = 0; step.Times is not { } most || times < most; times++)
            {
                at += step.EveryMinutes;
                if (at > minute)
                {
                    return due;
                }

                due.Add(at);
            }
        }

        return due;
    }
}

/// <summary>Every so many minutes, so many times; null times: until discharge.</summary>
public sealed record RecoveryStep(int EveryMinutes, int? Times);

public enum AlertLevel
{
    Amber,
    Red,
    Emergency,
}

/// <summary>A threshold that calls somebody.</summary>
/// <param name="Code">As in the reference: <c>A01</c>.</param>
/// <param name="When">Over <see cref="SessionFacts"/>.</param>
/// <param name="ForMinutes">Only when it has lasted so long; 0 for at once.</param>
/// <param name="Readings">So many readings in a row; 1 for at once.</param>
/// <param name="MinutesApart">Least minutes between those readings; 0 where one reading is enough.</param>
/// <param name="Response">The standard response, line by line. People act; the software times and records.</param>
/// <param name="Owner">Role that is called first.</param>
/// <param name="Deputy">Role that is called when the owner does not answer.</param>
/// <param name="AnswerWithinMinutes">The deputy is called after so many minutes without an answer.</param>
/// <param name="HoldsDosing">True: no further dose while it is open.</param>
public sealed record AlertRule(
    string Code,
    string Title,
    AlertLevel Level,
    Trigger When,
    int ForMinutes,
    int Readings,
    int MinutesApart,
    IReadOnlyList<string> Response,
    string Owner,
    string Deputy,
    int AnswerWithinMinutes,
    bool HoldsDosing,
    Source Source)
{
    /// <summary>Once, for so many minutes, somebody may hold it; null where nobody may. Only ever for amber.</summary>
    public int? SnoozeMinutes { get; init; }
}

/// <summary>Facts of a session that alerts and discharge speak of.</summary>
public static class SessionFacts
{
    public const string Systolic = "systolic";
    public const string Diastolic = "diastolic";
    public const string HeartRate = "heart-rate";
    public const string OxygenSaturation = "spo2";
    public const string RespiratoryRate = "respiratory-rate";
    public const string Sedation = "moaas";
    public const string Agitation = "rass";
    public const string Pain = "pain";
    public const string MinutesSinceLastDose = "minutes-since-last-dose";
    public const string MinutesSinceInfusionEnd = "minutes-since-infusion-end";
    public const string OverdueMinutes = "overdue-minutes";

    /// <summary>Between the first dose and the end: for how long nobody has watched.</summary>
    public const string UnwatchedMinutes = "unwatched-minutes";

    /// <summary>Since the last therapist who watched left, while others watch; only where the programme asks for one in the room.</summary>
    public const string NoTherapistMinutes = "no-therapist-minutes";

    /// <summary>How many values in a row the bound monitor should have charted and did not, or oxygen while it is to be watched without a break.</summary>
    public const string SilentIntervals = "silent-intervals";
    public const string PercentAboveBaseline = "pressure-percent-above-baseline";
    public const string OxygenBelowBaseline = "spo2-below-baseline";
    public const string Aldrete = "aldrete";

    /// <summary>Numbers, with what is plausible of each; outside it is a slip of the pen.</summary>
    public static IReadOnlyDictionary<string, Bounds<decimal>> Numbers { get; } = new Dictionary<string, Bounds<decimal>>(StringComparer.Ordinal)
    {
        [Systolic] = new(50, 300),
        [Diastolic] = new(20, 200),
        [HeartRate] = new(20, 250),
        [OxygenSaturation] = new(40, 100),
        [RespiratoryRate] = new(0, 80),
        [Sedation] = new(0, 5),
        [Agitation] = new(-5, 4),
        [Pain] = new(0, 10),
        [MinutesSinceLastDose] = new(0, 2880),
        [MinutesSinceInfusionEnd] = new(0, 2880),
        [OverdueMinutes] = new(0, 2880),
        [UnwatchedMinutes] = new(0, 2880),
        [NoTherapistMinutes] = new(0, 2880),
        [SilentIntervals] = new(0, 2880),
        [PercentAboveBaseline] = new(-80, 200),
        [OxygenBelowBaseline] = new(-60, 60),
        [Aldrete] = new(0, 10),
    };

    /// <summary>Signs that are there or not, as tapped in the room.</summary>
    public static IReadOnlyDictionary<string, string> Signs { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["pressure-symptoms"] = "Chest pain, severe headache or a neurological sign with high pressure",
        ["pulse-symptoms"] = "Chest pain, faintness or breathlessness with the pulse",
        ["new-irregular-pulse"] = "New irregular pulse",
        ["apnoea-15-seconds"] = "No breath for 15 seconds",
        ["stridor-or-silent-chest"] = "Stridor, or the chest works without a sound",
        ["vomiting"] = "Vomiting",
        ["severe-distress"] = "Severe anxiety, agitation or panic",
        ["seizure"] = "Seizure-like activity",
        ["chest-pain"] = "Chest pain",
        ["focal-neurology"] = "Weakness on one side, slurred speech or another focal sign",
        ["allergy-signs"] = "Signs of an allergic reaction",
        ["suicidal-statement"] = "New suicidal statement",
        ["not-at-baseline"] = "Not back to how they arrived",
        ["pressure-falling"] = "Blood pressure is falling",
    };
}

public enum CriterionKind
{
    /// <summary>A person looks and ticks.</summary>
    Checked,

    /// <summary>The record answers from measured values.</summary>
    Measured,
}

/// <summary>One of the things that must all hold before a person goes home.</summary>
/// <param name="Holds">For a measured criterion, over <see cref="SessionFacts"/>; null for a checked one, and for the earliest time, which the cadence of the route gives.</param>
public sealed record DischargeCriterion(string Id, string Text, CriterionKind Kind, Trigger? Holds, Source Source);

/// <summary>The rule printed on the going-home sheet.</summary>
/// <param name="Hours">No driving for so many hours after the last dose.</param>
/// <param name="UntilAfterSleep">And not before a restful night's sleep.</param>
public sealed record NoDriving(string Text, int Hours, bool UntilAfterSleep, Source Source);
