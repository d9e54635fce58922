using System.Diagnostics;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sojourn.Bench;

/// <summary>
/// The honest limit of a durable journal: rows of the same bytes, inserted with one prepared statement and committed with full sync
/// by one thread that does nothing else. No chain, no second index, no answers to give.
/// </summary>
internal sealed class RawSqlite : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly sqlite3_stmt _begin;
    private readonly sqlite3_stmt _insert;
    private readonly sqlite3_stmt _commit;
    private readonly byte[] _payload;
    private readonly byte[] _hash = new byte[32];
    private long _rows;

    public RawSqlite(string path, byte[] payload)
    {
        _payload = payload;
        _connection = new SqliteConnection($"Data Source={path};Pooling=False");
        _connection.Open();
        Check(raw.sqlite3_exec(
            Database,
            """
            pragma journal_mode = wal;
            pragma synchronous = full;
            create table row (
                position integer primary key, stream text, version integer, name text, event_version integer, recorded_at integer,
                actor text, command_id blob, payload blob, payload_hash blob, previous_hash blob, hash blob) strict;
            """));
        _begin = Prepare("begin immediate");
        _insert = Prepare("insert into row values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
        _commit = Prepare("commit");
    }

    private sqlite3 Database => _connection.Handle!;

    /// <summary>Inserts and commits batches one after the other.</summary>
    /// <returns>Microseconds of each commit, its inserts included.</returns>
    public List<double> Replay(IReadOnlyList<int> batches, string stream, string actor)
    {
        var commits = new List<double>(batches.Count);
        Span<byte> commandId = stackalloc byte[16];
        foreach (var batch in batches)
        {
            var begun = Stopwatch.GetTimestamp();
            Step(_begin);
            for (var row = 0; row < batch; row++)
            {
                _ = Guid.CreateVersion7().TryWriteBytes(commandId, bigEndian: true, out _);
                Insert(stream, actor, commandId);
            }

            Step(_commit);
            commits.Add(Stopwatch.GetElapsedTime(begun).TotalMicroseconds);
        }

        return commits;
    }

    public void Dispose()
    {
        _begin.Dispose();
        _insert.Dispose();
        _commit.Dispose();
        _connection.Dispose();
    }

    private void Insert(string stream, string actor, ReadOnlySpan<byte> commandId)
    {
        _rows++;
        Check(raw.sqlite3_bind_int64(_insert, 1, _rows));
        Check(raw.sqlite3_bind_text(_insert, 2, stream));
        Check(raw.sqlite3_bind_int64(_insert, 3, _rows));
        Check(raw.sqlite3_bind_text(_insert, 4, JournalBench.EventName));
        Check(raw.sqlite3_bind_int64(_insert, 5, 1));
        Check(raw.sqlite3_bind_int64(_insert, 6, 1_795_336_200_000_000 + _rows));
        Check(raw.sqlite3_bind_text(_insert, 7, actor));
        Check(raw.sqlite3_bind_blob(_insert, 8, commandId));
        Check(raw.sqlite3_bind_blob(_insert, 9, _payload));
        Check(raw.sqlite3_bind_blob(_insert, 10, _hash));
        Check(raw.sqlite3_bind_blob(_insert, 11, _hash));
        Check(raw.sqlite3_bind_blob(_insert, 12, _hash));
        Step(_insert);
    }

    private sqlite3_stmt Prepare(string sql)
    {
        Check(raw.sqlite3_prepare_v3(Database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement));
        return statement;
    }

    private void Step(sqlite3_stmt statement)
    {
        var answer = raw.sqlite3_step(statement);
        _ = raw.sqlite3_reset(statement);
        Check(answer == raw.SQLITE_DONE ? raw.SQLITE_OK : answer);
    }

    private void Check(int answer) => SqliteException.ThrowExceptionForRC(answer, Database);
}
