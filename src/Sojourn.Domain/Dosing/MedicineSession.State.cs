using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Dosing;

public static partial class MedicineSession
{
    /// <summary>What deciding needs. The room's page builds the same from its tables.</summary>
    public sealed record State
    {
        public static State Initial { get; } = new();

        public Stage Stage { get; init; }

        public Kilograms? Weight { get; init; }

        public DateTimeOffset? GatePassedAt { get; init; }

        /// <summary>When the person went home; null while they are here.</summary>
        public DateTimeOffset? EndedAt { get; init; }

        public ImmutableDictionary<string, Tick> GateTicks { get; init; } = ImmutableDictionary<string, Tick>.Empty;

        public ImmutableDictionary<string, Tick> DischargeTicks { get; init; } = ImmutableDictionary<string, Tick>.Empty;

        public ImmutableList<Presence> Presence { get; init; } = [];

        public ImmutableList<Dose> Doses { get; init; } = [];

        public ImmutableList<Reading> Readings { get; init; } = [];

        /// <summary>What devices measured and nobody has confirmed.</summary>
        public ImmutableList<DeviceReading> DeviceReadings { get; init; } = [];

        public ImmutableList<Symptom> Symptoms { get; init; } = [];

        public ImmutableList<DepthMark> Depths { get; init; } = [];

        public ImmutableDictionary<EntryId, string> Moments { get; init; } = ImmutableDictionary<EntryId, string>.Empty;

        public ImmutableList<Alert> Alerts { get; init; } = [];

        public bool IsOver => Stage is Stage.Discharged or Stage.Left;

        public DateTimeOffset? FirstDoseAt => Doses.Count == 0 ? null : Doses.Min(dose => dose.GivenAt);

        /// <summary>When the last of the medicine went in, the running infusion's planned end included.</summary>
        public DateTimeOffset? LastDoseEndsAt => Doses.Count == 0 ? null : Doses.Max(dose => dose.EndsAt);

        public Milligrams Total => new(Doses.Sum(dose => dose.Milligrams.Value));

        public IEnumerable<StaffId> WatchingAt(DateTimeOffset at) => Presence.Where(presence => presence.Covers(at)).Select(presence => presence.Staff).Distinct();

        public bool IsOpen(string code, Programmes.AlertLevel level) => Alerts.Any(alert => !alert.Closed && alert.Code == code && alert.Level == level);

        internal bool Has(EntryId id) =>
            Doses.Any(dose => dose.Id == id) || Readings.Any(reading => reading.Id == id) || DeviceReadings.Any(reading => reading.Id == id) || Symptoms.Any(symptom => symptom.Id == id) || Depths.Any(mark => mark.Id == id) || Moments.ContainsKey(id);
    }

    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.GateItemChecked e => state with { GateTicks = Ticked(state.GateTicks, e.Item, e.Holds, e.By, e.At) },
        Event.Weighed e => state with { Weight = e.Weight },
        Event.GatePassed e => state with { Stage = Stage.GatePassed, GatePassedAt = e.At },
        Event.PresenceBegun e => state with { Presence = state.Presence.Add(new Presence(e.Staff, e.From, null)) },
        Event.PresenceEnded e => state with { Presence = Ended(state.Presence, presence => presence.Staff == e.Staff, e.To) },
        Event.DoseGiven e => state with { Stage = Stage.Dosed, Doses = state.Doses.Add(Given(e)) },
        Event.InfusionChanged e => WithDose(state, e.Dose, dose => Running(dose, dose.Infusion!.Change(e.HappenedAt, e.MilligramsPerMinute, e.Minutes))),
        Event.InfusionStopped e => WithDose(state, e.Dose, dose => Running(dose, dose.Infusion!.Stop(e.HappenedAt))),
        Event.VitalsTaken e => state with { Readings = state.Readings.Add(new Reading(e.Id, e.HappenedAt, e.Vitals)) },
        Event.DeviceVitalsTaken e => state with { DeviceReadings = state.DeviceReadings.Add(new DeviceReading(e.Id, e.HappenedAt, e.Vitals, e.Device, IsArtefact: false)) },
        Event.DeviceVitalsConfirmed e => state with
        {
            DeviceReadings = state.DeviceReadings.RemoveAll(reading => reading.Id == e.Id),
            Readings = state.Readings.Add(new Reading(e.Id, e.HappenedAt, e.Vitals)),
        },
        Event.ArtefactFlagged e => state with { DeviceReadings = [.. state.DeviceReadings.Select(reading => reading.Id == e.Id ? reading with { IsArtefact = true } : reading)] },
        Event.DepthMarked e => state with { Depths = state.Depths.Add(new DepthMark(e.Id, e.HappenedAt, e.Depth)) },
        Event.MomentNoted e => state with { Moments = state.Moments.SetItem(e.Id, e.Words) },
        Event.SymptomNoted e => state with
        {
            Symptoms = state.Symptoms.Add(new Symptom(e.Id, e.HappenedAt, e.Term, e.Sign, e.Severity, e.Outcome == SymptomOutcome.Gone ? e.HappenedAt : null)),
        },
        Event.SymptomEnded e => state with { Symptoms = [.. state.Symptoms.Select(symptom => symptom.Id == e.Symptom ? symptom with { EndedAt = e.EndedAt } : symptom)] },
        Event.VoiceChanged or Event.EntryWaited or Event.MusicStarted or Event.MusicChanged or Event.MusicPaused or Event.MusicFaded => state,
        Event.AlertRaised e => state with { Alerts = state.Alerts.Add(new Alert(e.Number, e.Code, e.Level, e.HoldsDosing, e.HappenedAt, e.DueAt, Acknowledged: false, Closed: false) { Deputy = e.Deputy, AnswerBy = e.AnswerBy }) },
        Event.AlertAcknowledged e => WithAlert(state, e.Number, alert => alert with { Acknowledged = true }),
        Event.AlertEscalated e => WithAlert(state, e.Number, alert => alert with { Escalated = true }),
        Event.AlertSnoozed e => WithAlert(state, e.Number, alert => alert with { SnoozedUntil = e.Until }),
        Event.AlertSnoozeEnded e => WithAlert(state, e.Number, alert => alert with { SnoozedUntil = e.At }),
        Event.AlertWorsened e => WithAlert(state, e.Number, alert => alert with
        {
            Acknowledged = false,
            Escalated = alert.Escalated && !alert.Acknowledged,
            AnswerBy = e.AnswerBy,
            SnoozedUntil = alert.IsSnoozed(e.HappenedAt) ? e.HappenedAt : alert.SnoozedUntil,
        }),
        Event.AlertClosed e => WithAlert(state, e.Number, alert => alert with { Closed = true }),
        Event.EntryAmended e => Amended(state, e),
        Event.DischargeItemChecked e => state with { DischargeTicks = Ticked(state.DischargeTicks, e.Item, e.Holds, e.By, e.At) },
        Event.Discharged e => Over(state, Stage.Discharged, e.At),
        Event.LeftAgainstAdvice e => Over(state, Stage.Left, e.At),
        _ => throw new UnreachableException($"{@event.GetType().Name} is not folded"),
    };

    private static State Over(State state, Stage stage, DateTimeOffset at) =>
        state with { Stage = stage, EndedAt = at, Presence = Ended(state.Presence, _ => true, at) };

    private static ImmutableDictionary<string, Tick> Ticked(ImmutableDictionary<string, Tick> ticks, string item, bool holds, StaffId by, DateTimeOffset at) =>
        holds ? ticks.SetItem(item, new Tick(by, at)) : ticks.Remove(item);

    private static ImmutableList<Presence> Ended(ImmutableList<Presence> presence, Func<Presence, bool> which, DateTimeOffset at) =>
        [.. presence.Select(one => one.To is null && which(one) ? one with { To = at < one.From ? one.From : at } : one)];

    private static Dose Given(Event.DoseGiven e) =>
        new(e.Id, e.GivenAt, e.Route, e.Milligrams, e.OverMinutes is { } minutes ? Infusion.Start(e.GivenAt, e.Milligrams, minutes) : null);

    private static Dose Running(Dose dose, Infusion infusion) => dose with { Infusion = infusion, Milligrams = infusion.Total };

    private static State WithDose(State state, EntryId id, Func<Dose, Dose> change) => state with { Doses = [.. state.Doses.Select(dose => dose.Id == id ? change(dose) : dose)] };

    private static State WithAlert(State state, int number, Func<Alert, Alert> change) => state with { Alerts = [.. state.Alerts.Select(alert => alert.Number == number ? change(alert) : alert)] };

    private static State Amended(State state, Event.EntryAmended e) => e.Kind switch
    {
        EntryKind.Vitals => state with { Readings = [.. state.Readings.Select(reading => reading.Id == e.Id ? reading with { Vitals = VitalFields.Apply(reading.Vitals, e.Changes) } : reading)] },
        EntryKind.Moment => state with { Moments = state.Moments.SetItem(e.Id, e.Changes[0].Now ?? "") },
        _ => WithDose(state, e.Id, dose => dose with { Milligrams = new(decimal.Parse(e.Changes[0].Now!, CultureInfo.InvariantCulture)) }),
    };
}
