using System.Text;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Devices.DeviceBoard;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tests.Dosing;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tests.Devices;

/// <summary>DEV-18, DEV-19: what the pages read of devices can be made anew, and what a device measured waits in the room for somebody.</summary>
public sealed class KeepingTheDeviceBoard : IAsyncLifetime
{
    private readonly DeviceId device = new(Guid.CreateVersion7());
    private MedicineClinic clinic = null!;
    private Guid session;

    public async ValueTask InitializeAsync()
    {
        clinic = await MedicineClinic.Open();
        session = await clinic.BookAndPassGate();
        await clinic.Does(Actor.Staff(clinic.Nair), desk =>
        {
            desk.Do(DeviceSlice.Slice, device.Value, new Device.Command.Register(desk.At, "Monitor 2", "SENDER", clinic.Room, "UTC", 60, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: false));
            desk.Do(DeviceSlice.Slice, device.Value, new Device.Command.Bind(desk.At, clinic.Nair, new SessionId(session), clinic.Person, clinic.Room, IsOpen: true));
        });
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task DEV_18_Rebuilt_is_kept_up()
    {
        var first = await Measures(70);
        var second = await Measures(71);
        await clinic.InRoom(session, facts => new MedicineSession.Command.ConfirmDeviceVitals(clinic.Clock.Now, first, clinic.Nair, facts.Watch));
        await clinic.InRoom(session, _ => new MedicineSession.Command.FlagArtefact(clinic.Clock.Now, second, clinic.Nair, "It lay on the table."));
        await clinic.Does(Actor.Device, desk =>
        {
            var sent = new Sent("1", "MSH|…", [], IsSimulated: false, [new SentReading("pulse", 72m, "/min", desk.At, "1.7.4", 1, IsFinal: false)], 0, 0);
            desk.Do(DeviceSlice.Slice, device.Value, new Device.Command.Take(desk.At, sent, IsThem: true));
            desk.Do(DeviceSlice.Slice, Device.Nobodys.Value, new Device.Command.ListRefusal(desk.At, "AR", "No device is registered under this name.", "7", "STRANGER", "10.0.0.9"));
        });
        var kept = Everything();
        await clinic.Journal.Rebuild(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(kept, Everything());
        Assert.Contains("pulse 72/min", kept, StringComparison.Ordinal);
        Assert.Contains("STRANGER", kept, StringComparison.Ordinal);
        Assert.Contains("It lay on the table.", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DEV_19_An_unconfirmed_value_is_no_taken_reading_and_a_confirmed_one_is()
    {
        var before = clinic.Record(session).State.Readings.Count;
        var measured = await Measures(70);
        Assert.Equal(before, clinic.Record(session).State.Readings.Count);
        Assert.Equal(70, Assert.Single(clinic.Record(session).State.DeviceReadings).Vitals.Pulse);
        await clinic.InRoom(session, facts => new MedicineSession.Command.ConfirmDeviceVitals(clinic.Clock.Now, measured, clinic.Nair, facts.Watch));
        var record = clinic.Record(session);
        Assert.Empty(record.State.DeviceReadings);
        Assert.Equal((70, clinic.Nair), (record.Vitals[^1].Pulse, record.Vitals[^1].ById));
        var folded = MedicineSession.State.Initial;
        await clinic.Does(Actor.Sojourn, desk => folded = desk.State(MedicineSlice.Slice, session));
        Assert.Equal(folded.Readings, record.State.Readings);
    }

    private async Task<EntryId> Measures(int pulse)
    {
        clinic.Clock.Pass(TimeSpan.FromMinutes(1));
        var id = MedicineClinic.NewId();
        await clinic.InRoom(session, facts => new MedicineSession.Command.TakeDeviceVitals(clinic.Clock.Now, id, device, clinic.Clock.Now, new Vitals(Pulse: pulse), IsFinal: false, facts.Watch));
        return id;
    }

    private string Everything() => clinic.Read(records =>
    {
        var text = new StringBuilder();
        foreach (var table in new DeviceBoard().Tables)
        {
            var rows = records.All<dynamic>($"select * from {table} order by 1").Select(row => string.Join(' ', ((IDictionary<string, object?>)row).Select(cell => $"{cell.Key}={cell.Value}"))).ToList();
            Assert.True(rows.Count > 0, $"{table} is empty, so that nothing is compared");
            text.AppendLine(table).AppendJoin('\n', rows).AppendLine();
        }

        return text.ToString();
    });
}
