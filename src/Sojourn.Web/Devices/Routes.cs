using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Devices;

internal sealed class DeviceRoutes : ISliceRoutes
{
    private static readonly string[] Measures = ["oxygen", "pulse", "respiration", "temperature", "systolic"];

    public static void Map(Routes routes)
    {
        routes.Get("/devices", Permission.SeeCalendar, x => Show(x, "", Form.Fresh));
        routes.Post("/devices", Permission.ManageClinic, Register);
        routes.Post("/devices/refusals/seen", Permission.SeeCalendar, SetAside);
        routes.Post("/devices/{id}/unclaimed", Permission.RecordInRoom, LeaveUnclaimed);
        routes.Post("/devices/{id}/room", Permission.ManageClinic, Move);
        routes.Post("/devices/{id}/retirement", Permission.ManageClinic, Retire);
        routes.Post("/devices/{id}/bindings", Permission.RecordInRoom, Bind);
        routes.Post("/devices/{id}/release", Permission.RecordInRoom, Release);
    }

    private static IResult Show(Exchange x, string part, Form form) =>
        x.Page<DevicesPage>(DevicesPage.View.Of(x, part, form), form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);

    private static Task<IResult> Register(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var name = f.Text("name", "Give the device the name that stands on it.", 60);
        var sends = f.Text("sender", "Write by what name it sends: the refused messages show it.", 120);
        var room = f.Id("room", "Choose the room in which it stands.");
        var zone = f.OptionalText("time-zone", 60) ?? ClinicDay.Zone(x.Records).Id;
        var every = f.OptionalWhole("chart-every", "the seconds between two charted values", -100_000, 100_000) ?? 60;
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _))
        {
            f.Fault("time-zone", $"“{zone}” is no time zone. Write it like America/Edmonton.");
        }

        var channels = Measures.Select(measure => (measure, Channel: f.OptionalText($"channel-{measure}", 60))).Where(pair => pair.Channel is not null).ToDictionary(pair => pair.measure, pair => pair.Channel!, StringComparer.Ordinal);
        if (channels.TryGetValue("systolic", out var cuff))
        {
            channels["diastolic"] = cuff;
        }

        return x.Send(
            f.Give(() => name),
            _ => x.Clinic.Run(sender, desk =>
            {
                if (!desk.Records.Any("select 1 from room where id = @room and open = 1", new { room }))
                {
                    desk.Refuse("device.no-room", "There is no such room.", field: "room");
                    return;
                }

                var taken = desk.Records.Any("select 1 from device where sender = @sends and in_use = 1", new { sends = sends.Trim() });
                desk.Do(DeviceSlice.Slice, sender.CommandId, new Device.Command.Register(sender.At, name, sends, new RoomId(room), zone, every, channels, taken));
            }),
            _ => "/devices",
            form => Show(x, "register", form));
    }

    private static Task<IResult> Move(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var room = f.Id("room", "Choose the room in which it stands.");
        return Run(x, f, (desk, at) => new Device.Command.Move(at, new RoomId(room)));
    }

    private static Task<IResult> Retire(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.OptionalText("why", 400) ?? "";
        return Run(x, f, (_, at) => new Device.Command.Retire(at, why));
    }

    private static Task<IResult> Bind(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var session = f.Id("session", "Choose whom it watches.");
        return Run(x, f, (desk, at) =>
        {
            if (desk.Records.One<SessionPlace>("select person_id, room_id, state from session where id = @session and kind = 'medicine'", new { session }) is not { PersonId: { } person } place)
            {
                desk.Refuse("device.no-session", "There is no such medicine session.", field: "session");
                return null;
            }

            var over = desk.State(MedicineSlice.Slice, session).IsOver;
            return new Device.Command.Bind(at, x.Who.Staff, new SessionId(session), person, place.RoomId, place.State is "arrived" or "running" && !over);
        });
    }

    private static Task<IResult> Release(Exchange x) => Run(x, new FieldReader(x.Fields), (_, at) => new Device.Command.Release(at, null, x.Who.Staff));

    /// <summary>Messages of one name that were refused for one reason: somebody says why nothing more is needed.</summary>
    private static Task<IResult> SetAside(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var sender = x.Sender;
        var device = f.Id("device", "Choose which messages.");
        var name = f.OptionalText("sender", 200) ?? "";
        var fault = f.OptionalText("fault", 4000) ?? "";
        var words = f.OptionalText("words", 400) ?? "";
        return x.Send(
            f.Give(() => words),
            _ => x.Clinic.Run(sender, desk => desk.Do(DeviceSlice.Slice, device, new Device.Command.SetAside(sender.At, x.Who.Staff, name, fault, words))),
            _ => "/devices#refusals",
            form => Show(x, "refusals", form));
    }

    private static Task<IResult> LeaveUnclaimed(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var words = f.OptionalText("words", 400) ?? "";
        return Run(x, f, (_, at) => new Device.Command.LeaveUnclaimed(at, x.Who.Staff, words));
    }

    private static Task<IResult> Run(Exchange x, FieldReader f, Func<Desk, DateTimeOffset, Device.Command?> command)
    {
        var sender = x.Sender;
        return x.Send(
            f.Give(() => sender),
            _ => x.Clinic.Run(sender, desk =>
            {
                if (command(desk, sender.At) is { } asked)
                {
                    desk.Do(DeviceSlice.Slice, x.Id(), asked);
                }
            }),
            _ => x.Fields["back"] is { } session && Guid.TryParse(session, out var room) ? $"/sessions/{room}/room#devices" : "/devices",
            form => Show(x, "", form));
    }

    private sealed record SessionPlace
    {
        public PersonId? PersonId { get; init; }

        public RoomId? RoomId { get; init; }

        public string State { get; init; } = "";
    }
}
