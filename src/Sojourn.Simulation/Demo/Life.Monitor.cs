using System.Globalization;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Simulation.Demo;

/// <summary>Today the small room has a bedside monitor, bound to whoever lies there. Command ids follow from the session, so that no dice are thrown for it.</summary>
internal sealed partial class Life
{
    private const int Binding = 7_000;
    private const int Message = 8_000;

    private bool IsToday => world.Now >= World.At(today, 0);

    private async Task BindMonitor(Guid session)
    {
        if (IsToday && IsInMonitoredRoom(session))
        {
            await world.Runner.Run(new Sender(AlertKey.Of(session, Binding), Actor.Staff(Nurse.Id), world.Now), desk => desk.Do(
                DeviceSlice.Slice, World.Monitor.Value, new Device.Command.Bind(world.Now, Nurse.Id, new SessionId(session), person, world.MedicineRooms[1], IsOpen: true)));
        }
    }

    /// <summary>What the monitor shows just then, as it would send it.</summary>
    private async Task MonitorSends(Guid session, Vitals vitals, int minute)
    {
        if (!IsToday || !IsInMonitoredRoom(session))
        {
            return;
        }

        var id = AlertKey.Of(session, Message + minute);
        await world.Runner.Run(new Sender(id, Actor.Device, world.Now), desk =>
        {
            if (desk.State(DeviceSlice.Slice, World.Monitor.Value) is not Device.State.InUse { Binding: { } bound } device || bound.Session.Value != session
                || RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At) is not { } facts)
            {
                return;
            }

            var sent = Shown(vitals, minute, desk.At);
            desk.Do(DeviceSlice.Slice, World.Monitor.Value, new Device.Command.Take(desk.At, sent, IsThem: true));
            foreach (var set in Charting.Sets(Charting.Judge(sent, device, desk.At)))
            {
                desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.TakeDeviceVitals(desk.At, new EntryId(id), World.Monitor, set.HappenedAt, set.Vitals, set.IsFinal, facts.Watch));
            }
        });
    }

    private bool IsInMonitoredRoom(Guid session)
    {
        using var records = world.Runner.Read();
        return records.Any("select 1 from session where id = @session and room_id = @room", new { session, room = world.MedicineRooms[1] });
    }

    private static Sent Shown(Vitals vitals, int minute, DateTimeOffset at)
    {
        (string Measure, int Value, string Unit, string Code)[] values =
        [
            ("pulse", vitals.Pulse!.Value, "/min", "147842^MDC_ECG_HEART_RATE^MDC"),
            ("oxygen", vitals.Oxygen!.Value, "%", "150456^MDC_PULS_OXIM_SAT_O2^MDC"),
            ("respiration", vitals.Respiration!.Value, "/min", "151562^MDC_RESP_RATE^MDC"),
        ];
        var time = at.ToUniversalTime().ToString("yyyyMMddHHmmss", CultureInfo.InvariantCulture) + "+0000";
        var rows = values.Select((one, i) => string.Create(CultureInfo.InvariantCulture, $"OBX|{i + 1}|NM|{one.Code}|1|{one.Value}|^{one.Unit}|||||R|||{time}\r"));
        var raw = string.Create(CultureInfo.InvariantCulture, $"MSH|^~\\&|DEMO-MONITOR||||{time}||ORU^R01^ORU_R01|{minute}|P|2.6\r{string.Concat(rows)}");
        return new Sent(minute.ToString(CultureInfo.InvariantCulture), raw, [], IsSimulated: false, [.. values.Select(one => new SentReading(one.Measure, one.Value, one.Unit, at, "1", 1, IsFinal: false))], 0, 0);
    }
}
