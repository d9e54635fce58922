using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

public sealed partial class SqliteJournal
{
    public Task<IReadOnlyList<Envelope>> Read(long afterPosition, int limit, CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(limit);
        return Answer<IReadOnlyList<Envelope>>(reader => EnvelopeRow.ReadAll(reader.Statement("read-after").Bind(1, afterPosition).Bind(2, limit)));
    }

    public Task<IReadOnlyList<Envelope>> ReadStream(string stream, long afterVersion = 0, CancellationToken cancellation = default) =>
        Answer<IReadOnlyList<Envelope>>(reader => Streams.Read(reader, Streams.TailOf(reader, stream), afterVersion));

    public Task<Head> Head(CancellationToken cancellation = default) =>
        Answer(reader => Writer.ReadHead(reader.Statement("read-head")) ?? Chain.Beginning);

    public DbConnection OpenForReading() => _readers.Lend();

    // SQLite has nothing to wait for but the disk: the answer is there when the call returns.
    private Task<T> Answer<T>(Func<StoreConnection, T> read)
    {
        try
        {
            using var reader = _readers.Lend();
            return Task.FromResult(read(reader));
        }
        catch (SqliteException error)
        {
            return Task.FromException<T>(Failures.InWords(error, _path, 0));
        }
    }
}
