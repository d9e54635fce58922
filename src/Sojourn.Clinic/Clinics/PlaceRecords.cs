using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Clinics;

/// <summary>The clinic as it describes itself.</summary>
public sealed record ClinicRow
{
    public string Name { get; init; } = "";

    public string TimeZone { get; init; } = "";

    public string Phone { get; init; } = "";

    public string CrisisLine { get; init; } = "";

    public string EmergencyNumber { get; init; } = "";

    /// <summary>solo, or null.</summary>
    public string? Preset { get; init; }

    /// <summary>One person runs it; others are from outside.</summary>
    public bool IsSolo => Preset == Domain.Clinics.Clinic.Solo;
}

public sealed record SiteRow
{
    public SiteId Id { get; init; }

    public string Name { get; init; } = "";

    public string City { get; init; } = "";

    public string Region { get; init; } = "";

    public string Phone { get; init; } = "";

    public bool Open { get; init; }
}

/// <summary>A room, open or closed.</summary>
public sealed record PlaceRow
{
    public RoomId Id { get; init; }

    public SiteId SiteId { get; init; }

    public string Name { get; init; } = "";

    /// <summary>medicine, talking or video.</summary>
    public string Kind { get; init; } = "";

    public int Chairs { get; init; }

    public bool Approved { get; init; }

    public bool Open { get; init; }
}

/// <summary>Questions to the clinic's places.</summary>
public static class PlaceRecords
{
    private const string Ahead = "select count(*) from session where room_id = @room and state in ('booked', 'arrived', 'running') and to_at > @now";

    /// <summary>Null before the clinic is founded.</summary>
    public static ClinicRow? Clinic(Records records) => records.One<ClinicRow>("select * from clinic");

    /// <summary>One person runs the clinic.</summary>
    public static bool IsSolo(Records records) => records.Any("select 1 from clinic where preset = 'solo'");

    public static IReadOnlyList<SiteRow> Sites(Records records) => records.All<SiteRow>("select * from site where open = 1 order by name");

    public static SiteRow? Site(Records records, Guid id) => records.One<SiteRow>("select * from site where id = @id", new { id });

    public static IReadOnlyList<PlaceRow> Rooms(Records records) => records.All<PlaceRow>("select * from room where open = 1 order by kind, name");

    public static PlaceRow? Room(Records records, Guid id) => records.One<PlaceRow>("select * from room where id = @id", new { id });

    /// <summary>Visits that the room has still to hold.</summary>
    public static int BookedAhead(Records records, Guid room, DateTimeOffset now) => records.Value<int>(Ahead, new { room, now });

    public static int MedicineAhead(Records records, Guid room, DateTimeOffset now) => records.Value<int>($"{Ahead} and kind = 'medicine'", new { room, now });
}
