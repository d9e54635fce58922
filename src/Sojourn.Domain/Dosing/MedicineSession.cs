using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>One medicine session, from the gate to the ride home.</summary>
public static partial class MedicineSession
{
    public static Decision<Event> Decide(Command command, State state) => (command, state.IsOver) switch
    {
        // What the record may still need after the person has gone home: late entries, corrections, closing words.
        (Command.TakeVitals c, _) => Once(c.Id, state) ?? TakeVitals(c, state),
        (Command.TakeDeviceVitals c, _) => Once(c.Id, state) ?? TakeDeviceVitals(c, state),
        (Command.ConfirmDeviceVitals c, _) => ConfirmDeviceVitals(c, state),
        (Command.FlagArtefact c, _) => FlagArtefact(c, state),
        (Command.NoteMoment c, _) => Once(c.Id, state) ?? NoteMoment(c, state),
        (Command.NoteSymptom c, _) => Once(c.Id, state) ?? NoteSymptom(c, state),
        (Command.MarkDepth c, _) => Once(c.Id, state) ?? MarkDepth(c, state),
        (Command.EndSymptom c, _) => EndSymptom(c, state),
        (Command.ChangeVoice c, _) => ChangeVoice(c, state),
        (Command.NoteWaiting c, _) => NoteWaiting(c),
        (Command.PlayMusic c, _) => PlayMusic(c, state),
        (Command.AmendVitals c, _) => AmendVitals(c, state),
        (Command.AmendMoment c, _) => AmendMoment(c, state),
        (Command.AmendDose c, _) => AmendDose(c, state),
        (Command.AcknowledgeAlert c, _) => Acknowledge(c, state),
        (Command.SnoozeAlert c, _) => Snooze(c, state),
        (Command.CloseAlert c, _) => Close(c, state),
        (Command.LookAgain c, _) => LookAgain(c, state),
        (Command.BeginPresence or Command.EndPresence or Command.HandOver, true) =>
            Refuse("presence.over", "Who watched was closed when the person went home. If it was otherwise, note it as a moment with its time."),
        (_, true) => Refuse("dosing.over", state.Stage == Stage.Left ? "The person has left; this session is closed." : "The person was discharged; this session is closed."),

        (Command.CheckGateItem c, _) => CheckGateItem(c, state),
        (Command.Weigh c, _) => Weigh(c),
        (Command.PassGate c, _) => PassGate(c, state),
        (Command.BeginPresence c, _) => BeginPresence(c, state),
        (Command.EndPresence c, _) => EndPresence(c, state),
        (Command.HandOver c, _) => HandOver(c, state),
        (Command.GiveDose c, _) => Once(c.Id, state) ?? GiveDose(c, state),
        (Command.ChangeInfusion c, _) => ChangeInfusion(c, state),
        (Command.StopInfusion c, _) => StopInfusion(c, state),
        (Command.CheckDischargeItem c, _) => CheckDischargeItem(c, state),
        (Command.Discharge c, _) => Discharge(c, state),
        (Command.LeaveAgainstAdvice c, _) => LeaveAgainstAdvice(c, state),
        _ => Refuse("dosing.not-now", "This cannot be done to the session as it stands."),
    };

    /// <summary>An entry's id is used once; a retried command never gets here, the runner answers it.</summary>
    private static Decision<Event>? Once(EntryId id, State state)
    {
        if (state.Has(id))
        {
            return Refuse("dosing.entry-exists", "This entry is on record already.");
        }

        return null;
    }
}
