using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Dosing;

/// <summary>A medicine session of the day.</summary>
public sealed record RoomsToday
{
    public SessionId Id { get; init; }

    public string Family { get; init; } = "";

    public string Given { get; init; } = "";

    public SiteId SiteId { get; init; }

    public RoomId? RoomId { get; init; }

    public string RoomName { get; init; } = "";

    public DateTimeOffset FromAt { get; init; }

    public DateTimeOffset ToAt { get; init; }

    public string ProgrammeId { get; init; } = "";

    public int ProgrammeVersion { get; init; }

    private IReadOnlyDictionary<StaffId, string> Names { get; init; } = new Dictionary<StaffId, string>();

    public static IReadOnlyList<RoomsToday> All(Records records, DateTimeOffset from, DateTimeOffset to)
    {
        var names = TeamRecords.Everybody(records).ToDictionary(member => member.Id, member => member.Name);
        return [.. records.All<RoomsToday>(Sql.Of<RoomsToday>("rooms-today.sql"), new { from, to }).Select(row => row with { Names = names })];
    }

    /// <summary>At least two of one room are there at the same time; one after the other is no group.</summary>
    public static bool IsGroup(IEnumerable<RoomsToday> room)
    {
        var rows = room.OrderBy(row => row.FromAt).ToList();
        return rows.Zip(rows.Skip(1)).Any(pair => pair.Second.FromAt < pair.First.ToAt);
    }

    public IEnumerable<string> Watching(RoomRecord record, DateTimeOffset at) => record.State.WatchingAt(at).Select(id => Names.GetValueOrDefault(id, "somebody"));
}
