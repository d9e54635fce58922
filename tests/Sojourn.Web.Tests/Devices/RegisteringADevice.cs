using System.Buffers;
using System.IO.Pipelines;
using System.Net;
using System.Text;
using Sojourn.Hl7.Framing;
using Sojourn.Web.Devices;

namespace Sojourn.Web.Tests.Devices;

/// <summary>DEV-20: a manager registers by the name that a refused message shows; and a message that stops in the middle.</summary>
public sealed class RegisteringADevice(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    [Fact]
    public async Task DEV_20_A_manager_registers_moves_and_retires_a_device_and_others_do_not()
    {
        using var manager = await clinic.Client("manager");
        Dictionary<string, string> fields = new(StringComparer.Ordinal) { ["name"] = "Monitor 7", ["sender"] = "0000AA7", ["room"] = $"{clinic.MedicineRoom.Value}", ["time-zone"] = "America/Edmonton", ["chart-every"] = "" };
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(manager, "/devices", "/devices", new(fields))).StatusCode);
        Assert.Contains("Monitor 7", await manager.GetStringAsync("/devices"), StringComparison.Ordinal);

        var again = await RunningClinic.Post(manager, "/devices", "/devices", new(fields));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("Another device in use sends by this name.", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()), StringComparison.Ordinal);
        var zone = await RunningClinic.Post(manager, "/devices", "/devices", new(fields) { ["sender"] = "0000AA8", ["time-zone"] = "Nowhere/Land" });
        Assert.Contains("“Nowhere/Land” is no time zone.", WebUtility.HtmlDecode(await zone.Content.ReadAsStringAsync()), StringComparison.Ordinal);

        string id;
        using (var records = clinic.Runner.Read())
        {
            id = records.Value<string>("select id from device where sender = '0000AA7'")!;
        }

        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(manager, "/devices", $"/devices/{id}/room", new() { ["room"] = $"{clinic.TalkingRoom.Value}" })).StatusCode);
        Assert.Contains("Room 4", await manager.GetStringAsync("/devices"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(manager, "/devices", $"/devices/{id}/retirement", new() { ["why"] = "Broken." })).StatusCode);
        Assert.DoesNotContain("Monitor 7", await manager.GetStringAsync("/devices"), StringComparison.Ordinal);

        using var nurse = await clinic.Client("nurse");
        var page = await nurse.GetStringAsync("/devices");
        Assert.DoesNotContain("Register a device", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_begins_and_gets_no_further_is_given_up_and_answered()
    {
        var incoming = new Pipe();
        var outgoing = new Pipe();
        await incoming.Writer.WriteAsync(Encoding.ASCII.GetBytes("\u000bMSH|^~\\&|SLOW||||20260115143000||ORU^R01|31|P|2.6\rOBX|1|NM|14"), TestContext.Current.CancellationToken);
        await new MllpConnection(incoming.Reader, outgoing.Writer, new Intake(clinic.Runner), "10.0.0.7", TimeSpan.FromMilliseconds(50)).Run(TestContext.Current.CancellationToken);
        var said = await outgoing.Reader.ReadAsync(TestContext.Current.CancellationToken);
        var answer = Assert.Single(new FrameReader().Take(new ReadOnlySequence<byte>(said.Buffer.ToArray())));
        Assert.Contains("MSA|AR|31", Encoding.UTF8.GetString(answer.Content.Span), StringComparison.Ordinal);
    }
}
