using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Devices;

/// <summary>A device as pages show it.</summary>
public sealed record DeviceRow
{
    public DeviceId Id { get; init; }

    public string Name { get; init; } = "";

    public string Sender { get; init; } = "";

    public RoomId RoomId { get; init; }

    public string RoomName { get; init; } = "";

    public string SiteName { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public int ChartEvery { get; init; }

    public SessionId? SessionId { get; init; }

    public DateTimeOffset? BoundAt { get; init; }

    public string? Family { get; init; }

    public string? Given { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    /// <summary>What the newest message held.</summary>
    public string? LastWords { get; init; }

    /// <summary>What somebody should look at on the device; null when nothing.</summary>
    public string? Warning { get; init; }

    public int Messages { get; init; }

    /// <summary>Messages since it was last bound or released that were nobody's.</summary>
    public int Unclaimed { get; init; }

    /// <summary>Why what comes while it watches nobody needs nobody; null while nobody said so.</summary>
    public string? UnclaimedWords { get; init; }

    public int UnseenRefusals { get; init; }
}

/// <summary>A message that was not taken.</summary>
public sealed record RefusalRow
{
    public DeviceId DeviceId { get; init; }

    public string? DeviceName { get; init; }

    public DateTimeOffset At { get; init; }

    public string Answer { get; init; } = "";

    public string Why { get; init; } = "";

    public string Sender { get; init; } = "";

    public string? ControlId { get; init; }

    public string FromAddress { get; init; } = "";

    public DateTimeOffset? SeenAt { get; init; }

    /// <summary>Who cleared it.</summary>
    public string? SeenBy { get; init; }

    /// <summary>Why nothing more is needed.</summary>
    public string? SeenWords { get; init; }

    /// <summary>Nobody registered the name that it came under.</summary>
    public bool IsOfNobody => DeviceId == Device.Nobodys;
}

/// <summary>One set of a device's values on a person's axis.</summary>
public sealed record DeviceVitalsRow
{
    public EntryId Id { get; init; }

    public DeviceId DeviceId { get; init; }

    public string DeviceName { get; init; } = "";

    public DateTimeOffset HappenedAt { get; init; }

    public DateTimeOffset RecordedAt { get; init; }

    public int? Systolic { get; init; }

    public int? Diastolic { get; init; }

    public int? Pulse { get; init; }

    public int? Oxygen { get; init; }

    public int? Respiration { get; init; }

    public decimal? Temperature { get; init; }

    public DateTimeOffset? ConfirmedAt { get; init; }

    public StaffId? ConfirmedBy { get; init; }

    public DateTimeOffset? ArtefactAt { get; init; }

    public StaffId? ArtefactBy { get; init; }

    public Vitals Vitals => new(Systolic, Diastolic, Pulse, Oxygen, Respiration, Temperature: Temperature);
}

public static class DeviceRecords
{
    private const int MostRefusals = 100;

    /// <summary>Devices in use.</summary>
    public static IReadOnlyList<DeviceRow> InUse(Records records) => records.All<DeviceRow>(Sql.Of<DeviceRow>("devices-in-use.sql"), new { session = (Guid?)null });

    /// <summary>Devices in the room of a session, and those bound to it.</summary>
    public static IReadOnlyList<DeviceRow> OfSession(Records records, Guid session) => records.All<DeviceRow>(Sql.Of<DeviceRow>("devices-in-use.sql"), new { session = (Guid?)session });

    /// <summary>The newest refusals that nobody has looked at, and then those that somebody has.</summary>
    public static IReadOnlyList<RefusalRow> Refusals(Records records) => records.All<RefusalRow>(Sql.Of<RefusalRow>("refusals.sql"), new { most = MostRefusals });
}
