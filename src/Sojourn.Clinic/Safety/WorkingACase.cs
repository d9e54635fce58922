using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Safety;

namespace Sojourn.Clinic.Safety;

/// <summary>Commands of a case that need the clinic's clocks.</summary>
public static class WorkingACase
{
    public static void Raise(Desk desk, CaseId id, ConcernLevel to, string why)
    {
        var times = Times(desk, to);
        desk.Do(CaseSlice.Slice, id.Value, new SafetyCase.Command.Raise(desk.At, to, why, times.AcknowledgeBy, times.ActBy));
    }

    /// <summary>The new owner has as long to acknowledge it as anybody in the clinic.</summary>
    public static void HandOver(Desk desk, CaseId id, Owner to, string why)
    {
        if (to.Staff is { } staff && !desk.Records.Any("select 1 from staff where id = @staff and active = 1", new { staff }))
        {
            desk.Refuse("safety.not-staff", "They are not on the staff any longer. Choose somebody who is.", field: "to");
            return;
        }

        if (CaseRecords.One(desk.Records, id.Value) is { } row)
        {
            desk.Do(CaseSlice.Slice, id.Value, new SafetyCase.Command.HandOver(desk.At, to, why, Times(desk, Enum.Parse<ConcernLevel>(row.Level, ignoreCase: true)).AcknowledgeBy));
        }
        else
        {
            desk.Refuse("safety.unknown", "There is no such case. Look in the inbox for those that are open.");
        }
    }

    private static CaseTimes Times(Desk desk, ConcernLevel level) =>
        desk.Programmes.Safety.Times(ConcernPlace.InClinic, level, desk.At, ClinicDay.Zone(desk.Records));
}
