using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Event = Sojourn.Domain.Devices.Device.Event;
using RoomEvent = Sojourn.Domain.Dosing.MedicineSession.Event;

namespace Sojourn.Clinic.Devices.DeviceBoard;

/// <summary>Every device, what it sent last, and what was not taken.</summary>
public sealed class DeviceBoard() : Projection("device-board", version: 2)
{
    protected override void Define()
    {
        On<Event.Registered>((e, from, run) =>
        {
            run(
                "insert into device (id, name, sender, room_id, time_zone, chart_every, in_use, messages, unclaimed) values (@Id, @Name, @Sender, @Room, @TimeZone, @ChartEverySeconds, 1, 0, 0)",
                new { from.Id, e.Name, e.Sender, e.Room, e.TimeZone, e.ChartEverySeconds });
            run(
                "update device_refusal set seen_at = @At, seen_by = @By, seen_words = @Words where device_id = @Nobodys and sender = @Sender and seen_at is null",
                new { e.At, By = from.Actor.Text, Words = $"Registered as {e.Name}.", Device.Nobodys, e.Sender });
        });
        On<Event.Moved>("update device set room_id = @Room where id = @Id", (e, from) => new { from.Id, e.Room });
        On<Event.Retired>("update device set in_use = 0 where id = @Id", (_, from) => new { from.Id });
        On<Event.Bound>(
            "update device set session_id = @Session, person_id = @Person, bound_at = @At, unclaimed = 0, unclaimed_words = null, warning = null where id = @Id",
            (e, from) => new { from.Id, e.Session, e.Person, e.At });
        On<Event.Released>("update device set session_id = null, person_id = null, bound_at = null, unclaimed = 0, unclaimed_words = null, warning = null where id = @Id", (_, from) => new { from.Id });
        On<Event.MessageTaken>(
            "update device set last_at = @At, last_words = @Words, last_position = @Position, warning = @Warning, messages = messages + 1, unclaimed = unclaimed + @Unclaimed where id = @Id",
            (e, from) => new
            {
                from.Id,
                from.Position,
                e.At,
                Words = MessageWords.Values(e),
                Warning = MessageWords.Warning(e),
                Unclaimed = e.Readings.Any(reading => reading.Fate == Fate.Unclaimed) ? 1 : 0,
            });
        On<Event.MessageRefused>(
            "insert into device_refusal (position, device_id, at, answer, why, sender, control_id, from_address) values (@Position, @Id, @At, @Answer, @Why, @Sender, @ControlId, @From)",
            (e, from) => new { from.Position, from.Id, e.At, e.Answer, e.Why, e.Sender, e.ControlId, e.From });
        On<Event.RefusalsSeen>(
            "update device_refusal set seen_at = @At, seen_by = @By, seen_words = @Words where device_id = @Id and seen_at is null and sender = coalesce(@Sender, sender) and why = coalesce(@Fault, why)",
            (e, from) => new { from.Id, e.At, By = Actor.Staff(e.By).Text, e.Words, e.Sender, e.Fault });
        On<Event.UnclaimedLeft>("update device set unclaimed = 0, unclaimed_words = @Words where id = @Id", (e, from) => new { from.Id, e.Words });
        On<RoomEvent.DeviceVitalsTaken>("on-charted.sql", (e, from) => new
        {
            Reading = e.Id,
            from.Id,
            e.Device,
            e.HappenedAt,
            from.RecordedAt,
            e.Vitals.Systolic,
            e.Vitals.Diastolic,
            e.Vitals.Pulse,
            e.Vitals.Oxygen,
            e.Vitals.Respiration,
            Temperature = (double?)e.Vitals.Temperature,
            e.IsFinal,
        });
        On<RoomEvent.DeviceVitalsConfirmed>("update device_vitals set confirmed_at = @At, confirmed_by = @By where id = @Reading", (e, _) => new { Reading = e.Id, e.At, e.By });
        On<RoomEvent.ArtefactFlagged>("update device_vitals set artefact_at = @At, artefact_by = @By, artefact_why = @Why where id = @Reading", (e, _) => new { Reading = e.Id, e.At, e.By, e.Why });
    }
}
