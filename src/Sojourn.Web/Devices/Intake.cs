using System.Collections.Concurrent;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Hl7.Answering;
using Sojourn.Hl7.Framing;
using Sojourn.Hl7.Observations;
using Sojourn.Hl7.Reading;
using Sojourn.Journal;
using Fault = Sojourn.Hl7.Reading.Fault;

namespace Sojourn.Web.Devices;

/// <summary>
/// From a frame to its answer. A message is accepted only when the journal has it; sent again it gets the same answer and is not done again. What is not
/// taken is listed, with its reason.
/// </summary>
public sealed class Intake(Runner runner)
{
    private readonly ReportReader reports = new(MonitorCodes.Shipped);
    private readonly RefusalList refusals = new(runner);

    /// <summary>Which device sends by which name, as last seen; the device's own state is asked each time.</summary>
    private readonly ConcurrentDictionary<string, DeviceId> senders = new(StringComparer.Ordinal);

    /// <param name="frame">What came.</param>
    /// <param name="from">The device's network address.</param>
    /// <returns>Null for an acknowledgement, which is never answered: two programs would answer each other for ever.</returns>
    public async Task<Answer?> Take(Frame frame, string from)
    {
        if (frame.Kind == FrameKind.Stray)
        {
            return await Refuse(null, from, Fault.Unreadable("Something came outside a frame. A message begins with byte 0B and ends with bytes 1C 0D."));
        }

        var read = Message.Read(frame.Content);
        if (read.Header?.Type == "ACK" || read.Header?.Type == "MCF")
        {
            return null;
        }

        var broken = frame.Kind switch
        {
            FrameKind.TooLong => Fault.Unreadable("The message is longer than 1 MB. Send fewer values at once, and no curves."),
            FrameKind.Unfinished => Fault.Unreadable("The message had no end block (bytes 1C 0D)."),
            _ => read.Fault,
        };
        if (broken is not null || read.Message is not { } message)
        {
            return await Refuse(read.Header, from, broken ?? Fault.Unreadable("The message cannot be read."));
        }

        var (report, faults) = reports.Read(message);
        return report switch
        {
            null => await Refuse(message.Header, from, faults),
            { IsWaveform: true } => Answer.Accept(report.Header, Short(runner.Now.Ticks), runner.Now),
            _ => await Record(report, message.Text, from),
        };
    }

    private async Task<Answer> Record(Report report, string raw, string from)
    {
        var id = CommandId(report);
        try
        {
            return await runner.Run(new Sender(id, Actor.Device, runner.Now), desk => Work(desk, report, raw, id)) switch
            {
                Outcome.Done { Receipt: { Repeated: true } first } => await Again(report, raw, id, first, from),
                Outcome.Done => Answer.Accept(report.Header, Short(id), runner.Now),
                Outcome.Refused refused => await Refuse(report.Header, from, [.. refused.Reasons.Select(FaultOf)]),
                _ => throw new System.Diagnostics.UnreachableException("An outcome is done or refused."),
            };
        }
        catch (Exception e) when (e is JournalUnavailableException or JournalBrokenException or ObjectDisposedException)
        {
            return Answer.Refuse(report.Header, Short(id), runner.Now, Fault.Ours("Nothing was saved: the record cannot be written just now. Send it again."));
        }
    }

    /// <summary>The same message gets the same answer; another message under the same name is lost by neither silence nor doubling.</summary>
    private async Task<Answer> Again(Report report, string raw, Guid id, Receipt first, string from)
    {
        var envelopes = await runner.Journal.Read(first.FirstPosition - 1, 1);
        return envelopes is [var envelope] && EventRegistry.Shipped.Read(envelope) is Device.Event.MessageTaken taken && taken.Raw != raw
            ? await Refuse(report.Header, from, Fault.DuplicateKey("Another message was taken under the same sender, time and control id. Set the device's clock, or have it number its messages on."))
            : Answer.Accept(report.Header, Short(id), envelopes is [var at] ? at.RecordedAt : runner.Now);
    }

    private void Work(Desk desk, Report report, string raw, Guid id)
    {
        if (Known(desk, report.Header.Sender) is not var (known, device))
        {
            desk.Refuse("device.unknown", "No device is registered under this name. A manager registers it on the page Devices.");
            return;
        }

        var sent = Translation.Of(report, raw, TimeZoneInfo.FindSystemTimeZoneById(device.TimeZone), desk.At);
        var isThem = device.Binding is not { } bound || sent.PatientIds.Count == 0 || IsThem(desk.Records, bound.Person, sent.PatientIds);
        if (!desk.Do(DeviceSlice.Slice, known.Value, new Device.Command.Take(desk.At, sent, isThem)) || device.Binding is not { } binding)
        {
            return;
        }

        Chart(desk, known, binding.Session.Value, Charting.Sets(Charting.Judge(sent, device, desk.At)), id);
    }

    private (DeviceId Id, Device.State.InUse State)? Known(Desk desk, string sender)
    {
        if (senders.TryGetValue(sender, out var seen) && desk.State(DeviceSlice.Slice, seen.Value) is Device.State.InUse still)
        {
            return (seen, still);
        }

        if (desk.Records.One<DeviceKey>("select id from device where sender = @sender and in_use = 1", new { sender }) is not { } row || desk.State(DeviceSlice.Slice, row.Id.Value) is not Device.State.InUse found)
        {
            return null;
        }

        senders[sender] = row.Id;
        return (row.Id, found);
    }

    /// <summary>The same sets that the device's decision charted, on the axis of the session that it is bound to.</summary>
    private static void Chart(Desk desk, DeviceId device, Guid session, IReadOnlyList<ChartedSet> sets, Guid id)
    {
        if (sets.Count == 0)
        {
            return;
        }

        if (RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At) is not { } facts)
        {
            desk.Refuse("dosing.unknown-session", "The session that this device is bound to is not there.");
            return;
        }

        foreach (var (place, set) in sets.Index())
        {
            desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.TakeDeviceVitals(desk.At, new EntryId(DerivedId.From($"{id:D} {place}")), device, set.HappenedAt, set.Vitals, set.IsFinal, facts.Watch));
        }
    }

    private static bool IsThem(Records records, PersonId person, IReadOnlyList<string> ids) => records.Any(
        "select 1 from person where id = @person and cast(number as text) in @ids union all select 1 from person_identifier where person_id = @person and value in @ids",
        new { person, ids });

    private async Task<Answer> Refuse(Header? header, string from, params IReadOnlyList<Fault> faults)
    {
        var answer = Answer.Refuse(header, Short(runner.Now.Ticks), runner.Now, faults);
        await refusals.Add(answer, from);
        return answer;
    }

    private static Fault FaultOf(Refusal reason) => reason.Code switch
    {
        "device.unknown" => Fault.UnknownKey(reason.Sentence, rejects: true),
        "device.other-patient" => Fault.UnknownKey(reason.Sentence),
        _ => Fault.Ours(reason.Sentence),
    };

    /// <summary>One message has one command id, so that the journal itself knows what was taken.</summary>
    private static Guid CommandId(Report report) => DerivedId.From("mllp\n" + report.Key);

    private static string Short(Guid id) => id.ToString("N")[..20];

    private static string Short(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private sealed record DeviceKey
    {
        public DeviceId Id { get; init; }
    }
}
