using Sojourn.Clinic.Running;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Clinic.Dosing;

internal sealed class DosingEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.GateItemChecked>("medicine.gate-item-checked"),
        EventName.Of<Event.Weighed>("medicine.weighed"),
        EventName.Of<Event.GatePassed>("medicine.gate-passed"),
        EventName.Of<Event.PresenceBegun>("medicine.presence-begun"),
        EventName.Of<Event.PresenceEnded>("medicine.presence-ended"),
        EventName.Of<Event.DoseGiven>("medicine.dose-given"),
        EventName.Of<Event.InfusionChanged>("medicine.infusion-changed"),
        EventName.Of<Event.InfusionStopped>("medicine.infusion-stopped"),
        EventName.Of<Event.VitalsTaken>("medicine.vitals-taken"),
        EventName.Of<Event.DeviceVitalsTaken>("medicine.device-vitals-taken"),
        EventName.Of<Event.DeviceVitalsConfirmed>("medicine.device-vitals-confirmed"),
        EventName.Of<Event.ArtefactFlagged>("medicine.artefact-flagged"),
        EventName.Of<Event.DepthMarked>("medicine.depth-marked"),
        EventName.Of<Event.MomentNoted>("medicine.moment-noted"),
        EventName.Of<Event.SymptomNoted>("medicine.symptom-noted"),
        EventName.Of<Event.SymptomEnded>("medicine.symptom-ended"),
        EventName.Of<Event.VoiceChanged>("medicine.voice-changed"),
        EventName.Of<Event.EntryWaited>("medicine.entry-waited"),
        EventName.Of<Event.MusicStarted>("medicine.music-started"),
        EventName.Of<Event.MusicChanged>("medicine.music-changed"),
        EventName.Of<Event.MusicPaused>("medicine.music-paused"),
        EventName.Of<Event.MusicFaded>("medicine.music-faded"),
        EventName.Of<Event.AlertRaised>("medicine.alert-raised"),
        EventName.Of<Event.AlertAcknowledged>("medicine.alert-acknowledged"),
        EventName.Of<Event.AlertEscalated>("medicine.alert-escalated"),
        EventName.Of<Event.AlertSnoozed>("medicine.alert-snoozed"),
        EventName.Of<Event.AlertSnoozeEnded>("medicine.alert-snooze-ended"),
        EventName.Of<Event.AlertWorsened>("medicine.alert-worsened"),
        EventName.Of<Event.AlertClosed>("medicine.alert-closed"),
        EventName.Of<Event.EntryAmended>("medicine.entry-amended"),
        EventName.Of<Event.DischargeItemChecked>("medicine.discharge-item-checked"),
        EventName.Of<Event.Discharged>("medicine.discharged"),
        EventName.Of<Event.LeftAgainstAdvice>("medicine.left-against-advice"),
    ];
}

public static class MedicineSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("medicine", State.Initial, Decide, Evolve);
}
