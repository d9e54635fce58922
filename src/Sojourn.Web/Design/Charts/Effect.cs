namespace Sojourn.Web.Design;

/// <summary>A predicted course on one axis of minutes from the first dose, with what happened beneath it. Lines begin at minute 0.</summary>
/// <param name="Now">Null when the session is over. Past now everything is dashed.</param>
/// <param name="ZeroClock">The clock at minute 0 in the clinic's zone.</param>
/// <param name="Every">Minutes between the points of a line.</param>
/// <param name="Site">Typical line at the effect site, ng/mL.</param>
/// <param name="Plasma">Typical line in plasma.</param>
/// <param name="Norketamine">A line of its own; null where the model has none.</param>
/// <param name="Band">Between people; null where the model says nothing.</param>
/// <param name="Level">From which effects are perceptible, ng/mL.</param>
/// <param name="Ready">The likely-ready band; null where the chart does not reach it.</param>
/// <param name="Seen">Empty where the chart is a layer of the room.</param>
/// <param name="Noted">What people noted, in the order of time; empty where the chart is a layer of the room.</param>
public sealed record Effect(
    int From,
    int To,
    decimal? Now,
    string NowWords,
    string ZeroClock,
    int Every,
    IReadOnlyList<decimal> Site,
    IReadOnlyList<decimal> Plasma,
    IReadOnlyList<decimal>? Norketamine,
    EffectBandLines? Band,
    int Level,
    IReadOnlyList<EffectMark> Marks,
    EffectSpan? Ready,
    IReadOnlyList<FlowDose> Doses,
    IReadOnlyList<EffectSeen> Seen,
    IReadOnlyList<EffectNote> Noted);

/// <summary>Percentiles of people: 5th, 25th, 75th and 95th.</summary>
public sealed record EffectBandLines(IReadOnlyList<decimal> Low, IReadOnlyList<decimal> Lower, IReadOnlyList<decimal> Upper, IReadOnlyList<decimal> High);

/// <param name="Words">onset, peak or fade.</param>
public sealed record EffectMark(int At, string Words);

public sealed record EffectSpan(int From, int To, string Words);

/// <summary>What somebody noted, beside what was predicted.</summary>
/// <param name="Words">"onset noted, light"; null for a moment that stands by its number.</param>
/// <param name="Number">The moment's number on the room's own axis; null for what is no moment.</param>
public sealed record EffectNote(decimal At, string Clock, string? Words, int? Number);

/// <summary>A reading or a depth that was marked.</summary>
/// <param name="Depth">0 none to 4 unresponsive.</param>
/// <param name="Sedation">MOAA/S, 5 awake to 0.</param>
public sealed record EffectSeen(int At, string Clock, int? Depth, string? DepthWords, int? Sedation, int? Systolic, int? Diastolic, int? Pulse);
