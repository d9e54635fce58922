namespace Sojourn.Web.Design;

/// <summary>A session's minutes on one axis. Minutes count from the first dose and are negative before it; the page works them out.</summary>
/// <param name="Now">Null when the session is over: the chart then has no now-line and nothing ahead.</param>
/// <param name="NowWords">"now, 10:52".</param>
/// <param name="ZeroClock">The clock at minute 0 in the clinic's zone: "10:15".</param>
/// <param name="Due">Minutes at which vitals are due and not yet taken.</param>
public sealed record Flow(
    int From,
    int To,
    decimal? Now,
    string NowWords,
    string ZeroClock,
    IReadOnlyList<FlowReading> Readings,
    IReadOnlyList<int> Due,
    IReadOnlyList<FlowLimit> Limits,
    IReadOnlyList<FlowDose> Doses,
    IReadOnlyList<FlowMoment> Moments,
    IReadOnlyList<FlowAlert> Alerts)
{
    /// <summary>What played from when to when; beneath the doses, where there was any.</summary>
    public IReadOnlyList<FlowBand> Music { get; init; } = [];

    /// <summary>Talking and quiet, each from its tap to the next; above the pressure, where one was tapped.</summary>
    public IReadOnlyList<FlowBand> Voice { get; init; } = [];
}

/// <param name="To">The last minute; of what goes on still, now.</param>
/// <param name="Words">"Peak: Low tide", "talking".</param>
public sealed record FlowBand(decimal From, decimal To, string Words);

/// <param name="At">Whole minutes since the dose.</param>
/// <param name="By">Who took it, for the table.</param>
public sealed record FlowReading(int At, string Clock, int? Systolic, int? Diastolic, int? Pulse, int? Oxygen, string By);

/// <param name="Lane">pressure, pulse or oxygen.</param>
/// <param name="Words">The limit with its rule: "160 recheck (A01)".</param>
/// <param name="Over">The words stand over the line; under it otherwise.</param>
public sealed record FlowLimit(string Lane, int Value, string Words, bool Over);

/// <param name="To">Last minute of an infusion; null for what is given at once.</param>
/// <param name="Words">Name, dose, unit, route: "ketamine 60 mg into muscle".</param>
/// <param name="Drug">Colour class of the label (ISO 26825): induction, benzodiazepine, antiemetic, pressor or other.</param>
public sealed record FlowDose(decimal From, decimal? To, string Words, string Drug);

/// <param name="Number">As in the key beneath the chart.</param>
public sealed record FlowMoment(decimal At, int Number, string Clock, string Words, bool Said = false);

/// <param name="Level">amber or red.</param>
public sealed record FlowAlert(decimal At, string Level);
