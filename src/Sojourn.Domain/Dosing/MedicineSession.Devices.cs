using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>
/// What a device measured. It raises alerts like any reading, and counts as taken only when somebody at the chair has confirmed it; what was artefact is
/// flagged and stays.
/// </summary>
public static partial class MedicineSession
{
    private static Decision<Event> TakeDeviceVitals(Command.TakeDeviceVitals take, State state)
    {
        var reasons = Implausible(take.Vitals).Concat(TimeIsWrong(take.HappenedAt, take.At, state)).ToList();
        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var taken = new Event.DeviceVitalsTaken(take.Id, take.HappenedAt, take.Vitals, take.Device, take.IsFinal);
        return Accept<Event>([taken, .. Raised(Evolve(state, taken), take.Id, take.Facts)]);
    }

    private static Decision<Event> ConfirmDeviceVitals(Command.ConfirmDeviceVitals confirm, State state)
    {
        if (state.DeviceReadings.FirstOrDefault(reading => reading.Id == confirm.Id) is not { } reading)
        {
            return state.Readings.Any(known => known.Id == confirm.Id)
                ? Accept<Event>()
                : Refuse("dosing.unknown-entry", "There is no such reading in this session.");
        }

        if (reading.IsArtefact)
        {
            return Refuse("dosing.artefact", "This reading is flagged as artefact. Take the values again.");
        }

        var confirmed = new Event.DeviceVitalsConfirmed(reading.Id, reading.HappenedAt, reading.Vitals, confirm.By, confirm.At);
        return Accept<Event>([confirmed, .. NoLongerMissing(Evolve(state, confirmed), confirm.Facts, confirm.At)]);
    }

    private static Decision<Event> FlagArtefact(Command.FlagArtefact flag, State state)
    {
        if (state.DeviceReadings.FirstOrDefault(reading => reading.Id == flag.Id) is not { } reading)
        {
            return state.Readings.Any(known => known.Id == flag.Id)
                ? Refuse("dosing.confirmed-already", "This reading was confirmed. Correct it instead; both values are kept.")
                : Refuse("dosing.unknown-entry", "There is no such reading in this session.");
        }

        return reading.IsArtefact ? Accept<Event>() : new Event.ArtefactFlagged(flag.Id, flag.By, flag.At, flag.Why?.Trim());
    }
}
