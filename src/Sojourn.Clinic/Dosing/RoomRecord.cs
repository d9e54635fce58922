using System.Collections.Immutable;
using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Dosing;

/// <summary>All that was recorded in one medicine session, as the room shows it, and the same as the decider's state.</summary>
public sealed class RoomRecord
{
    private RoomRecord(Records records, Guid id)
    {
        var of = new { id };
        Session = records.One<MedicineRow>("select * from medicine_session where session_id = @id", of) ?? new MedicineRow { SessionId = new SessionId(id) };
        Doses = records.All<DoseRow>("select * from medicine_dose where session_id = @id order by given_at, id", of);
        InfusionChanges = records.All<InfusionChangeRow>("select * from medicine_infusion_change where session_id = @id order by position", of);
        Vitals = records.All<VitalsRow>("select * from medicine_vitals where session_id = @id order by happened_at, recorded_at", of);
        DeviceVitals = records.All<DeviceVitalsRow>(Sql.Of<DeviceVitalsRow>("device-vitals.sql"), of);
        Moments = records.All<MomentRow>("select * from medicine_moment where session_id = @id order by happened_at, recorded_at", of);
        Symptoms = records.All<SymptomRow>("select * from medicine_symptom where session_id = @id order by happened_at, id", of);
        Alerts = records.All<AlertRow>("select * from medicine_alert where session_id = @id order by number", of);
        Presence = records.All<PresenceRow>("select * from medicine_presence where session_id = @id order by from_at", of);
        GateTicks = records.All<TickRow>("select * from medicine_gate_item where session_id = @id", of);
        DischargeTicks = records.All<TickRow>("select * from medicine_discharge_item where session_id = @id", of);
        Amendments = records.All<AmendmentRow>("select * from medicine_amendment where session_id = @id order by position", of);
        Waited = records.All<WaitedRow>("select * from medicine_waited where session_id = @id order by position", of);
        Proofs = records.All<ProofRow>("select * from medicine_proof where session_id = @id order by part, place", of);
        State = MakeState();
    }

    public MedicineRow Session { get; }

    public IReadOnlyList<DoseRow> Doses { get; }

    public IReadOnlyList<InfusionChangeRow> InfusionChanges { get; }

    public IReadOnlyList<VitalsRow> Vitals { get; }

    /// <summary>What devices measured, whatever became of it; the confirmed ones stand among the vitals as well.</summary>
    public IReadOnlyList<DeviceVitalsRow> DeviceVitals { get; }

    public IReadOnlyList<MomentRow> Moments { get; }

    public IReadOnlyList<SymptomRow> Symptoms { get; }

    public IReadOnlyList<AlertRow> Alerts { get; }

    public IReadOnlyList<PresenceRow> Presence { get; }

    public IReadOnlyList<TickRow> GateTicks { get; }

    public IReadOnlyList<TickRow> DischargeTicks { get; }

    public IReadOnlyList<AmendmentRow> Amendments { get; }

    /// <summary>Entries that waited on a device, in the order in which they came.</summary>
    public IReadOnlyList<WaitedRow> Waited { get; }

    public IReadOnlyList<ProofRow> Proofs { get; }

    /// <summary>For the pure functions: what is due, what the gate and the discharge list say.</summary>
    public MedicineSession.State State { get; }

    /// <summary>A session in which nothing was recorded is an empty one, not a missing one.</summary>
    public static RoomRecord Of(Records records, Guid session) => new(records, session);

    /// <summary>The last depth that was marked, and when.</summary>
    public MomentRow? Depth => Moments.LastOrDefault(moment => moment.Kind == "depth");

    public MomentRow? Voice => Moments.LastOrDefault(moment => moment.Kind == "voice");

    public IEnumerable<AlertRow> OpenAlerts => Alerts.Where(alert => alert.ClosedAt is null);

    private MedicineSession.State MakeState() => new()
    {
        Stage = Session.State switch
        {
            "gate-passed" => Stage.GatePassed,
            "dosed" => Stage.Dosed,
            "discharged" => Stage.Discharged,
            "left" => Stage.Left,
            _ => Stage.Waiting,
        },
        Weight = Session.WeightKg is { } weight ? new Kilograms(weight) : null,
        GatePassedAt = Session.GateAt,
        EndedAt = Session.EndedAt,
        GateTicks = Ticks(GateTicks),
        DischargeTicks = Ticks(DischargeTicks),
        Presence = [.. Presence.Select(row => new Presence(row.StaffId, row.FromAt, row.ToAt))],
        Doses = [.. Doses.Select(Dose)],
        Readings = [.. Vitals.Select(row => new Reading(row.Id, row.HappenedAt, row.Vitals))],
        DeviceReadings = [.. DeviceVitals.Where(row => row.ConfirmedAt is null).Select(row => new DeviceReading(row.Id, row.HappenedAt, row.Vitals, row.DeviceId, row.ArtefactAt is not null))],
        Symptoms = [.. Symptoms.Select(row => new Symptom(row.Id, row.HappenedAt, row.Term, row.Sign, Enum.Parse<Severity>(row.Severity, ignoreCase: true), row.EndedAt))],
        Depths = [.. Moments.Where(moment => moment.Kind == "depth").Select(row => new DepthMark(new EntryId(Guid.Parse(row.Id)), row.HappenedAt, DepthOf(row.Words)))],
        Moments = Moments.Where(moment => moment.Kind is not ("depth" or "voice")).ToImmutableDictionary(row => new EntryId(Guid.Parse(row.Id)), row => row.Words),
        Alerts = [.. Alerts.Select(row => new Alert(
            row.Number, row.Code, Enum.Parse<AlertLevel>(row.Level, ignoreCase: true), row.HoldsDosing, row.RaisedAt, row.DueAt, row.AcknowledgedAt is not null, row.ClosedAt is not null)
        {
            Deputy = row.Deputy,
            AnswerBy = row.AnswerBy,
            Escalated = row.EscalatedAt is not null,
            SnoozedUntil = row.SnoozedUntil,
        })],
    };

    private Dose Dose(DoseRow row)
    {
        var route = DoseRoutes.ById[row.Route];
        if (row.Minutes is not { } minutes)
        {
            return new Dose(row.Id, row.GivenAt, route, new Milligrams(row.Mg), null);
        }

        var changes = InfusionChanges.Where(change => change.DoseId == row.Id).ToList();
        var infusion = changes.Aggregate(
            Infusion.Start(row.GivenAt, new Milligrams(row.OrderedMg), minutes),
            (running, change) => change.Minutes == 0 ? running.Stop(change.At) : running.Change(change.At, change.MgPerMinute, change.Minutes));
        return new Dose(row.Id, row.GivenAt, route, new Milligrams(row.Mg), infusion);
    }

    private static Depth DepthOf(string word) => word == "out-of-body" ? Domain.Dosing.Depth.OutOfBody : Enum.Parse<Depth>(word, ignoreCase: true);

    private static ImmutableDictionary<string, Tick> Ticks(IEnumerable<TickRow> rows) => rows.ToImmutableDictionary(row => row.ItemId, row => new Tick(row.ById, row.At), StringComparer.Ordinal);
}
