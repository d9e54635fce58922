using System.Net;
using System.Text;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Hl7.Framing;
using Sojourn.Web.Tests.Dosing;
using DomainSession = Sojourn.Domain.Calendar.Session;

namespace Sojourn.Web.Tests.Devices;

/// <summary>DEV-1 to DEV-20: real messages over a real socket stand on the right person's axis; broken ones are answered AE or AR and listed. Show 4.</summary>
public sealed class SendingFromAMonitor(RunningRoom room) : IClassFixture<RunningRoom>
{
    [Fact]
    public async Task DEV_1_What_a_bound_device_sends_stands_in_the_room_as_the_devices_until_somebody_confirms_it()
    {
        var (session, device, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        var answer = await monitor.Says(BedsideMonitor.Message(sender, "1", Now, await Number(), pressure: (131, 84, Now.AddMinutes(0))));
        Assert.Contains("MSA|AA|1\n", answer, StringComparison.Ordinal);

        var record = room.Clinic.Record(session);
        var row = Assert.Single(record.DeviceVitals);
        Assert.Equal((131, 84, 72, 98, 14), (row.Systolic, row.Diastolic, row.Pulse, row.Oxygen, row.Respiration));
        using var nurse = await room.Client("nurse");
        var page = WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room"));
        Assert.Contains("not confirmed", page, StringComparison.Ordinal);
        Assert.Contains("131/84 mmHg, pulse 72/min, oxygen 98 %, breaths 14/min", page, StringComparison.Ordinal);

        var before = record.Vitals.Count;
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningRoom.Post(nurse, session, $"device-readings/{row.Id.Value}/confirmation")).StatusCode);
        Assert.Equal(before + 1, room.Clinic.Record(session).Vitals.Count);
        Assert.Contains("Monitor 2, confirmed by", WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room")), StringComparison.Ordinal);
        Assert.Contains("pressure 131/84 mmHg, pulse 72/min", WebUtility.HtmlDecode(await nurse.GetStringAsync("/devices")), StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, device.Value);
    }

    [Fact]
    public async Task DEV_2_The_same_message_again_gets_the_same_answer_and_is_not_done_again()
    {
        var (session, _, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        var message = BedsideMonitor.Message(sender, "7", Now);
        var first = await monitor.Says(message);
        Assert.Equal(first, await monitor.Says(message));
        Assert.Single(room.Clinic.Record(session).DeviceVitals);

        var other = await monitor.Says(BedsideMonitor.Message(sender, "7", Now, pulse: 99));
        Assert.Contains("MSA|AE|7\n", other, StringComparison.Ordinal);
        Assert.Contains("ERR|||205^^HL70357", other, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DEV_3_Another_patients_identifier_is_refused_and_listed_for_the_nurse()
    {
        var (session, _, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        var answer = await monitor.Says(BedsideMonitor.Message(sender, "1", Now, "999999^^^CLINIC^MR"));
        Assert.Contains("MSA|AE|1\n", answer, StringComparison.Ordinal);
        Assert.DoesNotContain("999999", answer, StringComparison.Ordinal);
        Assert.Empty(room.Clinic.Record(session).DeviceVitals);
        using var nurse = await room.Client("nurse");
        Assert.Contains("Monitor 2 names another patient than the one whom it is bound to.", WebUtility.HtmlDecode(await nurse.GetStringAsync("/devices")), StringComparison.Ordinal);
        Assert.Contains("not taken", WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DEV_4_What_comes_while_nobody_is_bound_is_kept_and_is_nobodys()
    {
        var (session, device, sender) = await Bound();
        await room.Clinic.Does(Actor.Staff(room.Clinic.Nair), desk => desk.Do(DeviceSlice.Slice, device.Value, new Device.Command.Release(desk.At, null, room.Clinic.Nair)));
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        Assert.Contains("MSA|AA|1\n", await monitor.Says(BedsideMonitor.Message(sender, "1", Now, await Number())), StringComparison.Ordinal);
        Assert.Empty(room.Clinic.Record(session).DeviceVitals);
        Assert.Equal(1, Row(device).Unclaimed);

        await Bind(device, session);
        Assert.Empty(room.Clinic.Record(session).DeviceVitals);
    }

    [Fact]
    public async Task DEV_5_A_pulse_measured_under_one_person_never_reaches_the_next()
    {
        var (first, device, sender) = await Bound();
        var measured = Now;
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await room.Clinic.Does(Actor.Staff(room.Clinic.Nair), desk => desk.Do(DeviceSlice.Slice, device.Value, new Device.Command.Release(desk.At, null, room.Clinic.Nair)));
        var second = await Arrived(beside: true);
        await Bind(device, second);
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(1));

        Assert.Contains("MSA|AA|", await monitor.Says(BedsideMonitor.Message(sender, "late", measured, pulse: 111, pressure: (180, 100, measured))), StringComparison.Ordinal);
        Assert.Contains("MSA|AA|", await monitor.Says(BedsideMonitor.Message(sender, "now", Now, pulse: 66, pressure: (180, 100, measured))), StringComparison.Ordinal);
        Assert.Empty(room.Clinic.Record(first).DeviceVitals);
        var row = Assert.Single(room.Clinic.Record(second).DeviceVitals);
        Assert.Equal((66, (int?)null), (row.Pulse, row.Systolic));
    }

    [Fact]
    public async Task DEV_6_A_device_that_demonstrates_is_never_charted_and_says_so_in_the_room()
    {
        var (session, _, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        Assert.Contains("MSA|AA|", await monitor.Says(BedsideMonitor.Message(sender, "1", Now, flag: "DEMO")), StringComparison.Ordinal);
        Assert.Empty(room.Clinic.Record(session).DeviceVitals);
        using var nurse = await room.Client("nurse");
        Assert.Contains("It sends simulated values: nothing is charted.", WebUtility.HtmlDecode(await nurse.GetStringAsync($"/sessions/{session}/room")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DEV_7_A_stream_is_charted_once_a_minute_and_every_pressure_once()
    {
        var (session, _, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        var cuff = Now;
        for (var second = 0; second < 130; second += 10)
        {
            Assert.Contains("MSA|AA|", await monitor.Says(BedsideMonitor.Message(sender, $"{second}", Now, pressure: (120, 80, cuff))), StringComparison.Ordinal);
            room.Clinic.Clock.Pass(TimeSpan.FromSeconds(10));
        }

        var rows = room.Clinic.Record(session).DeviceVitals;
        Assert.Equal(3, rows.Count(row => row.Pulse is not null));
        Assert.Equal(1, rows.Count(row => row.Systolic is not null));
    }

    [Fact]
    public async Task DEV_8_A_dangerous_value_of_a_device_calls_somebody_and_an_artefact_is_flagged_and_stays()
    {
        var (session, _, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        await monitor.Says(BedsideMonitor.Message(sender, "1", Now, oxygen: 84));
        var record = room.Clinic.Record(session);
        Assert.NotEmpty(record.OpenAlerts);
        using var nurse = await room.Client("nurse");
        var row = Assert.Single(record.DeviceVitals);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningRoom.Post(nurse, session, $"device-readings/{row.Id.Value}/artefact")).StatusCode);
        Assert.NotNull(Assert.Single(room.Clinic.Record(session).DeviceVitals).ArtefactAt);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await RunningRoom.Post(nurse, session, $"device-readings/{row.Id.Value}/confirmation")).StatusCode);
    }

    [Theory]
    [InlineData("ADT^A08^ADT_A01", "AR", "is not taken here")]
    [InlineData("QRY^R02", "AR", "is not taken here")]
    public async Task DEV_9_Other_messages_are_rejected_and_listed(string type, string code, string why)
    {
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        var answer = await monitor.Says($"MSH|^~\\&|OTHER^{Sender()}^EUI-64||||20260115143000||{type}|55|P|2.6");
        Assert.Contains($"MSA|{code}|55\n", answer, StringComparison.Ordinal);
        Assert.Contains(why, answer, StringComparison.Ordinal);
        Assert.Contains(Refusals(), row => row.Answer == code && row.Why.Contains(type[..7], StringComparison.Ordinal));
    }

    [Fact]
    public async Task DEV_10_A_sender_that_nobody_registered_is_rejected_and_its_name_is_listed_to_be_registered()
    {
        var sender = Sender();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        Assert.Contains("MSA|AR|1\n", await monitor.Says(BedsideMonitor.Message(sender, "1", Now)), StringComparison.Ordinal);
        using var nurse = await room.Client("nurse");
        Assert.Contains(sender, await nurse.GetStringAsync("/devices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task DEV_11_Broken_frames_are_answered_and_the_connection_goes_on()
    {
        var (session, _, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        Assert.Contains("MSA|AR|\n", await monitor.Says(""), StringComparison.Ordinal);
        await monitor.Sends("GET / HTTP/1.1\r\n\r\n"u8.ToArray());
        Assert.Contains("outside a frame", await monitor.Hears(), StringComparison.Ordinal);
        Assert.Contains("MSA|AR|\n", await monitor.Says("{\"resourceType\":\"Bundle\"}"), StringComparison.Ordinal);

        var message = BedsideMonitor.Message(sender, "9", Now);
        await monitor.Sends(new byte[] { Block.Start }.Concat(Encoding.UTF8.GetBytes(message)).ToArray());
        Assert.Contains("MSA|AA|9\n", await WithoutEnd(monitor, message), StringComparison.Ordinal);

        byte[] latin = [.. Encoding.UTF8.GetBytes(BedsideMonitor.Message(sender, "10", Now)), .. "NTE|1||caf"u8, 0xE9];
        await monitor.Sends(Block.Around(latin));
        Assert.Contains("MSA|AE|10\n", await monitor.Hears(), StringComparison.Ordinal);

        await monitor.Sends(Block.Around(Encoding.UTF8.GetBytes(message + "NTE|1||" + new string('x', 1_100_000))));
        var tooLong = await monitor.Hears();
        Assert.Contains("MSA|AR|9\n", tooLong, StringComparison.Ordinal);
        Assert.Contains("longer than 1 MB", tooLong, StringComparison.Ordinal);
        Assert.Contains("MSA|AA|9\n", await monitor.Says(message), StringComparison.Ordinal);
        Assert.Single(room.Clinic.Record(session).DeviceVitals);
    }

    /// <summary>The message that had no end is refused when the next one begins, which is taken.</summary>
    private static async Task<string> WithoutEnd(BedsideMonitor monitor, string message)
    {
        await monitor.Sends(Block.Around(Encoding.UTF8.GetBytes(message)));
        var refused = await monitor.Hears();
        Assert.Contains("MSA|AR|9\n", refused, StringComparison.Ordinal);
        Assert.Contains("no end block", refused, StringComparison.Ordinal);
        return await monitor.Hears();
    }

    [Fact]
    public async Task DEV_12_A_message_cut_at_any_byte_and_several_in_one_read_are_answered_in_order()
    {
        var (_, _, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        var all = Enumerable.Range(1, 5).SelectMany(i => Block.Around(Encoding.UTF8.GetBytes(BedsideMonitor.Message(sender, $"c{i}", Now.AddSeconds(i))))).ToArray();
        foreach (var piece in all.Chunk(97))
        {
            await monitor.Sends(piece);
        }

        for (var i = 1; i <= 5; i++)
        {
            Assert.Contains($"MSA|AA|c{i}\n", await monitor.Hears(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task DEV_13_A_connection_that_ends_in_the_middle_of_a_message_charts_nothing_and_is_answered()
    {
        var (session, _, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        await monitor.Sends(new byte[] { Block.Start }.Concat(Encoding.UTF8.GetBytes(BedsideMonitor.Message(sender, "half", Now)[..300])).ToArray());
        monitor.HangsUp();
        Assert.Contains("MSA|AR|half\n", await monitor.Hears(), StringComparison.Ordinal);
        Assert.Empty(room.Clinic.Record(session).DeviceVitals);
    }

    [Fact]
    public async Task DEV_14_Curves_are_acknowledged_and_not_charted()
    {
        var (session, device, sender) = await Bound();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        var answer = await monitor.Says($"MSH|^~\\&|BEDSIDE^{sender}^EUI-64||||20260115143000||ORU^W01^ORU_W01|w1|P|2.6\rOBX|1|NA|131328^MDC_ECG_ELEC_POTL^MDC|1.7.1|1^2^3");
        Assert.Contains("MSA|AA|w1\n", answer, StringComparison.Ordinal);
        Assert.Empty(room.Clinic.Record(session).DeviceVitals);
        Assert.Equal(0, Row(device).Messages);
    }

    [Fact]
    public async Task DEV_15_A_flood_of_the_same_fault_is_answered_each_time_and_listed_once()
    {
        var sender = Sender();
        using var monitor = await BedsideMonitor.Connect(room.MonitorPort);
        for (var i = 0; i < 200; i++)
        {
            Assert.Contains("MSA|AR|", await monitor.Says(BedsideMonitor.Message(sender, $"{i}", Now)), StringComparison.Ordinal);
        }

        Assert.Single(Refusals(), row => row.Sender == sender);
    }

    [Fact]
    public async Task DEV_16_Going_home_releases_the_device()
    {
        var (session, device, _) = await Bound();
        using var nurse = await room.Client("nurse");
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningRoom.Post(nurse, session, "doses", ("route", "im"), ("mg", "30"), ("checked-by", RunningRoom.Written(room.Clinic.Ellery)), ("checker-pin", RunningRoom.Pin))).StatusCode);
        await room.Clinic.InRoom(session, _ => new MedicineSession.Command.LeaveAgainstAdvice(Now, room.Clinic.Nair, "Wanted to go."));
        using (var reactor = new Reactor(room.Clinic.Runner, _ => { }))
        {
            await reactor.CatchUp();
        }

        Assert.Null(Row(device).SessionId);
    }

    private DateTimeOffset Now => room.Clinic.Clock.Now;

    private static string Sender() => Guid.CreateVersion7().ToString("N")[16..].ToUpperInvariant();

    private async Task<(Guid Session, DeviceId Device, string Sender)> Bound()
    {
        room.Clinic.Clock.Pass(TimeSpan.FromMinutes(2));
        var session = await Arrived();
        var device = new DeviceId(Guid.CreateVersion7());
        var sender = Sender();
        await room.Clinic.Does(Actor.Sojourn, desk => desk.Do(DeviceSlice.Slice, device.Value, new Device.Command.Register(
            desk.At, "Monitor 2", sender, room.Clinic.Room, "America/Edmonton", 60, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: false)));
        await Bind(device, session);
        return (session, device, sender);
    }

    private async Task<Guid> Arrived(bool beside = false)
    {
        var session = beside ? await room.Clinic.PassGate(await room.Clinic.BookBeside()) : await room.Clinic.BookAndPassGate();
        using (var reactor = new Reactor(room.Clinic.Runner, _ => { }))
        {
            await reactor.CatchUp();
        }

        return session;
    }

    private async Task Bind(DeviceId device, Guid session)
    {
        using var nurse = await room.Client("nurse");
        var answer = await nurse.PostAsync($"/devices/{device.Value}/bindings", new StringContent($"{{\"session\":\"{session}\"}}", Encoding.UTF8, "application/json"));
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    private async Task<string> Number()
    {
        await Task.Yield();
        using var records = room.Clinic.Runner.Read();
        return $"{records.Value<long>("select number from person where id = @id", new { id = room.Clinic.Person })}";
    }

    private DeviceRow Row(DeviceId device)
    {
        using var records = room.Clinic.Runner.Read();
        return DeviceRecords.InUse(records).Single(row => row.Id == device);
    }

    private IReadOnlyList<RefusalRow> Refusals()
    {
        using var records = room.Clinic.Runner.Read();
        return DeviceRecords.Refusals(records);
    }
}
