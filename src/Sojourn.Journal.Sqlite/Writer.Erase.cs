using SQLitePCL;

namespace Sojourn.Journal.Sqlite;

internal sealed partial class Writer
{
    /// <summary>Erases payloads; the bytes are overwritten in the file, and the write-ahead log that still had them is emptied.</summary>
    public int Erase(IReadOnlyCollection<long> positions)
    {
        Connection.Run("pragma secure_delete = on");
        InOneTransaction(() =>
        {
            foreach (var position in positions)
            {
                ArgumentOutOfRangeException.ThrowIfLessThan(position, 1, nameof(positions));
                ArgumentOutOfRangeException.ThrowIfGreaterThan(position, Head.Position, nameof(positions));
                Connection.Statement("erase").Bind(1, position).Run();
            }
        });
        Connection.Run("pragma secure_delete = off");
        _ = Checkpoint(raw.SQLITE_CHECKPOINT_TRUNCATE);
        return positions.Count;
    }
}
