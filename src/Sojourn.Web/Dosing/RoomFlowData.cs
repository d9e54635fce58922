using System.Globalization;
using Sojourn.Clinic.Dosing;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;

namespace Sojourn.Web.Dosing;

/// <summary>The session on one axis of minutes, for the flow chart and its table.</summary>
internal static class RoomFlowData
{
    private const int Least = 60;

    internal static Flow Of(RoomView view, Frame frame)
    {
        var zero = view.State.FirstDoseAt ?? view.Now;
        var end = view.State.EndedAt ?? view.Now;
        var unconfirmed = view.Record.DeviceVitals.Where(row => row.ConfirmedAt is null && row.ArtefactAt is null);
        var readings = view.Record.Vitals.Select(row => (row.HappenedAt, row.Vitals, By: view.Source(row)))
            .Concat(unconfirmed.Select(row => (row.HappenedAt, row.Vitals, By: $"{row.DeviceName}, not confirmed")))
            .OrderBy(row => row.HappenedAt).ToList();
        var first = readings.Select(row => row.HappenedAt).Concat(view.Music.Heard.Spans.Select(span => span.From)).Append(zero).Min();
        var moments = view.Record.Moments.Where(moment => moment.Kind is not ("depth" or "voice")).Select((moment, i) => Moment(moment, i + 1, zero, frame));
        var last = Math.Max(Least, Minute(end, zero) + (view.State.IsOver ? 5 : 30));
        return new Flow(
            Math.Min(-10, Minute(first, zero) - 2),
            last,
            view.State.IsOver ? null : (decimal)Math.Round((view.Now - zero).TotalMinutes, 1),
            $"now, {Words.Time(frame.Local(view.Now))}",
            Words.Time(frame.Local(zero)),
            [.. readings.Select(row => new FlowReading(Minute(row.HappenedAt, zero), Words.Time(frame.Local(row.HappenedAt)), row.Vitals.Systolic, row.Vitals.Diastolic, row.Vitals.Pulse, row.Vitals.Oxygen, row.By))],
            [.. view.Due.Where(due => due.State is DueState.Due or DueState.Overdue or DueState.Later).Select(due => Minute(due.DueAt, zero)).Where(minute => minute <= last)],
            [.. view.Facts.Programme.Alerts.SelectMany(Limits)],
            [.. view.State.Doses.Select(dose => Dose(dose, zero, view.Now))],
            [.. moments],
            [.. view.Record.Alerts.Select(alert => new FlowAlert(Minute(alert.RaisedAt, zero), alert.Level == "amber" ? "amber" : "red"))])
        {
            Music = [.. view.Music.Heard.Phases.Select(span => new FlowBand(Exact(span.From, zero), Exact(span.To ?? end, zero), $"{RoomMusicData.PhaseName(span.Phase)}: {span.Playlist}"))],
            Voice = [.. Voices(view.Record.Moments, zero, end)],
        };
    }

    /// <summary>One sentence that says what the picture shows.</summary>
    internal static string Said(RoomView view, Frame frame)
    {
        var pressures = view.Record.Vitals.Where(row => row is { Systolic: not null, Diastolic: not null }).ToList();
        if (pressures.Count == 0)
        {
            return "No pressure has been taken yet.";
        }

        var (begun, highest, last) = (pressures[0], pressures.MaxBy(row => row.Systolic)!, pressures[^1]);
        return $"Pressure began at {Pressure(begun)}, was highest at {Pressure(highest)} at {Words.Time(frame.Local(highest.HappenedAt))} and is {Pressure(last)} at {Words.Time(frame.Local(last.HappenedAt))}.";
    }

    private static IEnumerable<FlowBand> Voices(IEnumerable<MomentRow> moments, DateTimeOffset zero, DateTimeOffset end)
    {
        var taps = moments.Where(moment => moment.Kind == "voice").OrderBy(moment => moment.HappenedAt).ToList();
        return taps.Select((tap, i) => new FlowBand(Exact(tap.HappenedAt, zero), Exact(i + 1 < taps.Count ? taps[i + 1].HappenedAt : end, zero), tap.Words));
    }

    private static string Pressure(VitalsRow row) => string.Create(CultureInfo.InvariantCulture, $"{row.Systolic}/{row.Diastolic}");

    private static FlowMoment Moment(MomentRow moment, int number, DateTimeOffset zero, Frame frame) => new(
        (decimal)Math.Round((moment.HappenedAt - zero).TotalMinutes, 1), number, Words.Time(frame.Local(moment.HappenedAt)), RoomWords.Moment(moment), moment.Kind == "said");

    private static FlowDose Dose(Dose dose, DateTimeOffset zero, DateTimeOffset now)
    {
        var from = (decimal)Math.Round((dose.GivenAt - zero).TotalMinutes, 1);
        var to = dose.Infusion is null ? (decimal?)null : (decimal)Math.Round(((dose.EndsAt < now ? dose.EndsAt : now) - zero).TotalMinutes, 1);
        return new FlowDose(from, to, $"{RoomWords.Medicine(dose.Route)} {dose.Milligrams} {DoseRoutes.Words(dose.Route)}", "induction");
    }

    /// <summary>Lines of the rules that speak of one number alone.</summary>
    private static IEnumerable<FlowLimit> Limits(AlertRule rule)
    {
        IReadOnlyList<Trigger> parts = rule.When is Trigger.AnyOf any ? any.Parts : [rule.When];
        var lasting = rule switch { { Readings: 2 } => " twice", { Readings: > 2 } => $" {rule.Readings} times", { ForMinutes: > 0 } => $" for {rule.ForMinutes} min", _ => "" };
        return parts.OfType<Trigger.Compares>().Select(compares => (compares.Fact, compares.Value, compares.Comparison) switch
        {
            (SessionFacts.Systolic, var value, _) => new FlowLimit("pressure", (int)value, $"{value:0}{lasting} ({rule.Code})", Over: true),
            (SessionFacts.HeartRate, var value, var comparison) => new FlowLimit("pulse", (int)value, $"{value:0}{lasting} ({rule.Code})", comparison is Comparison.More or Comparison.AtLeast),
            (SessionFacts.OxygenSaturation, var value, _) => new FlowLimit("oxygen", (int)value, $"{value:0}{lasting} ({rule.Code})", Over: false),
            _ => null,
        }).OfType<FlowLimit>();
    }

    private static decimal Exact(DateTimeOffset at, DateTimeOffset zero) => (decimal)Math.Round((at - zero).TotalMinutes, 1);

    private static int Minute(DateTimeOffset at, DateTimeOffset zero) => (int)Math.Round((at - zero).TotalMinutes);
}
