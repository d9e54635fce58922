using Sojourn.Clinic.Running;
using static Sojourn.Domain.Staff.StaffMember;

namespace Sojourn.Clinic.Staff;

internal sealed class StaffEvents : IEventNames
{
    public static IReadOnlyList<EventName> Names { get; } =
    [
        EventName.Of<Event.Joined>("staff.joined"),
        EventName.Of<Event.DetailsCorrected>("staff.details-corrected"),
        EventName.Of<Event.RolesChanged>("staff.roles-changed"),
        EventName.Of<Event.CredentialRecorded>("staff.credential-recorded"),
        EventName.Of<Event.HoursSet>("staff.hours-set"),
        EventName.Of<Event.AbsenceRecorded>("staff.absence-recorded"),
        EventName.Of<Event.AbsenceLifted>("staff.absence-lifted"),
        EventName.Of<Event.ReachSet>("staff.reach-set"),
        EventName.Of<Event.PhotographSet>("staff.photograph-set"),
        EventName.Of<Event.PhotographRemoved>("staff.photograph-removed"),
        EventName.Of<Event.ProfileSet>("staff.profile-set"),
        EventName.Of<Event.OutsideNoted>("staff.outside-noted"),
        EventName.Of<Event.Left>("staff.left"),
        EventName.Of<Event.CameBack>("staff.came-back"),
    ];
}

public static class StaffSlice
{
    public static Slice<Command, State, Event> Slice { get; } = new("staff", State.Initial, Decide, Evolve);
}
