using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Dosing;

namespace Sojourn.Clinic.Dosing;

/// <summary>The calendar follows the room: a passed gate begins the session, going home ends it.</summary>
internal sealed class CalendarFollowsTheRoom() : Reaction("calendar-follows-the-room")
{
    protected override void Define()
    {
        On<MedicineSession.Event.GatePassed>((e, from, desk) => desk.Do(SessionSlice.Slice, from.Id, new Session.Command.Begin(e.At)));
        On<MedicineSession.Event.Discharged>((e, from, desk) => desk.Do(SessionSlice.Slice, from.Id, new Session.Command.Hold(e.At, null)));
        On<MedicineSession.Event.LeftAgainstAdvice>((e, from, desk) => desk.Do(SessionSlice.Slice, from.Id, new Session.Command.Hold(e.At, "Left against advice.")));
    }
}
