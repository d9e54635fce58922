using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Devices;

/// <summary>Whoever has gone home is watched by no device.</summary>
internal sealed class DevicesAreReleasedAtTheEnd() : Reaction("devices-are-released-at-the-end")
{
    protected override void Define()
    {
        On<MedicineSession.Event.Discharged>((e, from, desk) => Release(desk, from.Id, e.At));
        On<MedicineSession.Event.LeftAgainstAdvice>((e, from, desk) => Release(desk, from.Id, e.At));
    }

    private static void Release(Desk desk, Guid session, DateTimeOffset at)
    {
        foreach (var device in desk.Records.All<DeviceId>("select id from device where session_id = @session", new { session }))
        {
            desk.Do(DeviceSlice.Slice, device.Value, new Device.Command.Release(at, new SessionId(session), null));
        }
    }
}
