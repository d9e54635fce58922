using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;
using Sojourn.Pharmacology.Prediction;
using Sojourn.Web.Design;

namespace Sojourn.Web.Dosing.Curve;

/// <summary>A session's curve as the chart and its table show it: tenths of a ng/mL, every second minute.</summary>
internal static class CurveData
{
    private const int Every = 2;
    private const int Least = 90;

    private static readonly string[] Depths = ["none", "light", "dreamlike", "out-of-body", "unresponsive"];

    /// <param name="session">With a curve.</param>
    /// <param name="frame">For the clock.</param>
    /// <param name="whole">With what happened; without, it is a layer of the room.</param>
    internal static Effect Of(SessionCurve session, Frame frame, bool whole)
    {
        var (curve, room) = (session.Curve!, session.Room);
        var to = To(session);
        var seen = whole ? Seen(session, frame) : [];
        return new Effect(
            Math.Min(0, seen.Count > 0 ? seen[0].At - 2 : 0),
            to,
            room.State.IsOver ? null : Minute(room.Now, session.Zero),
            $"now, {Clock(room.Now, frame)}",
            Clock(session.Zero, frame),
            Every,
            Line(curve.Effect, to),
            Line(curve.Plasma, to),
            curve.Norketamine is { } norketamine ? Line(norketamine, to) : null,
            curve.EffectBand is { } band ? new EffectBandLines(Line(band.P05, to), Line(band.P25, to), Line(band.P75, to), Line(band.P95, to)) : null,
            (int)Levels.Shipped.Perceptible.Value,
            [.. Marks(curve.Landmarks).Where(mark => mark.At <= to)],
            curve.Landmarks is { LikelyReadyFrom: { } from, LikelyReadyUntil: { } until } ? new EffectSpan(Whole(from), Whole(until), "likely ready") : null,
            [.. room.State.Doses.Select(dose => Dose(dose, session, frame))],
            seen,
            whole ? Noted(session, frame) : []);
    }

    /// <summary>When the first effect was noted, what was noted by number, when it lessened, and the end.</summary>
    private static IReadOnlyList<EffectNote> Noted(SessionCurve session, Frame frame)
    {
        var (record, state) = (session.Room.Record, session.Room.State);
        var moments = record.Moments.Where(moment => moment.Kind is not ("depth" or "voice")).Select((moment, i) => Note(moment.HappenedAt, Named(moment.Kind), i + 1));
        var onset = record.Moments.Where(moment => moment.Kind == "depth" && moment.Words != "none" && moment.HappenedAt >= session.Zero).Take(1)
            .Select(moment => Note(moment.HappenedAt, $"onset noted, {moment.Words.Replace('-', ' ')}", null));
        var end = state.EndedAt is { } ended ? new[] { Note(ended, state.Stage == Stage.Left ? "left" : "went home", null) } : [];
        return [.. onset.Concat(moments).Concat(end).OrderBy(note => note.At)];

        EffectNote Note(DateTimeOffset at, string? words, int? number) => new(Minute(at, session.Zero), Clock(at, frame), words, number);
    }

    /// <summary>What says how far the effect had gone; everything else stands by its number.</summary>
    private static string? Named(string kind) => kind switch
    {
        "effects-lessening" => "lessening noted",
        "debrief" => "debrief",
        _ => null,
    };

    internal static IReadOnlyList<EffectSeen> Seen(SessionCurve session, Frame frame)
    {
        var record = session.Room.Record;
        var depths = record.Moments.Where(moment => string.Equals(moment.Kind, "depth", StringComparison.Ordinal))
            .Select(moment => Marked(Seen(moment.HappenedAt, session, frame), Array.IndexOf(Depths, moment.Words)));
        var readings = record.Vitals.Select(row => Seen(row.HappenedAt, session, frame) with { Sedation = row.Sedation, Systolic = row.Systolic, Diastolic = row.Diastolic, Pulse = row.Pulse });
        return [.. depths.Concat(readings).GroupBy(seen => seen.At).OrderBy(minute => minute.Key).Select(minute => minute.Aggregate(Together))];
    }

    private static EffectSeen Seen(DateTimeOffset at, SessionCurve session, Frame frame) => new((int)Math.Floor(Minute(at, session.Zero)), Clock(at, frame), null, null, null, null, null, null);

    private static EffectSeen Marked(EffectSeen seen, int depth) => depth < 0 ? seen : seen with { Depth = depth, DepthWords = Depths[depth].Replace('-', ' ') };

    /// <summary>What was seen in one minute; of two values of one kind the later.</summary>
    private static EffectSeen Together(EffectSeen one, EffectSeen next) => one with
    {
        Depth = next.Depth ?? one.Depth,
        DepthWords = next.DepthWords ?? one.DepthWords,
        Sedation = next.Sedation ?? one.Sedation,
        Systolic = next.Systolic ?? one.Systolic,
        Diastolic = next.Diastolic ?? one.Diastolic,
        Pulse = next.Pulse ?? one.Pulse,
    };

    /// <summary>Effect site at a whole minute; null before the first dose and beyond the curve.</summary>
    internal static int? EffectAt(EffectCurve curve, int minute) => minute >= 0 && minute < curve.Effect.Length ? Whole(curve.Effect[minute]) : null;

    internal static int To(SessionCurve session)
    {
        var (curve, room) = (session.Curve!, session.Room);
        var shown = new[] { Least, curve.Landmarks.LikelyReadyUntil ?? curve.Landmarks.Fade ?? 0, (double)Minute(room.State.EndedAt ?? room.Now, session.Zero) };
        return Math.Min(curve.Grid.Points - 1, (int)Math.Ceiling((shown.Max() + 10) / 30) * 30);
    }

    internal static int Whole(double level) => (int)Math.Round(level);

    private static IEnumerable<EffectMark> Marks(Landmarks read) => new[] { (read.Onset, "onset"), (read.Peak, "peak"), (read.Fade, "fade") }
        .Where(mark => mark.Item1 is not null).Select(mark => new EffectMark(Whole(mark.Item1!.Value), mark.Item2));

    private static IReadOnlyList<decimal> Line(double[] line, int to) => [.. Enumerable.Range(0, (to / Every) + 1).Select(at => Math.Round((decimal)line[Math.Min(at * Every, line.Length - 1)], 1))];

    private static FlowDose Dose(Domain.Dosing.Dose dose, SessionCurve session, Frame frame) => new(
        Minute(dose.GivenAt, session.Zero), dose.Infusion is null ? null : Minute(dose.EndsAt, session.Zero),
        $"{RoomWords.Medicine(dose.Route)} {dose.Milligrams} {DoseRoutes.Words(dose.Route)}", "induction");

    private static decimal Minute(DateTimeOffset at, DateTimeOffset zero) => (decimal)Math.Round((at - zero).TotalMinutes, 1);

    private static string Clock(DateTimeOffset at, Frame frame) => Words.Time(frame.Local(at));
}
