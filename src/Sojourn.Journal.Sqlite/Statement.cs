using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sojourn.Journal.Sqlite;

/// <summary>
/// One prepared statement on SQLite's own interface. The journal's few statements run for every command, and the driver's
/// command objects cost as much as the statements themselves.
/// </summary>
internal sealed class Statement(sqlite3 database, string sql) : IDisposable
{
    private const int ShortText = 256;
    private const int MostBytesOfACharacter = 3;

    private readonly sqlite3_stmt _statement = Prepare(database, sql);

    public Statement Bind(int parameter, long value)
    {
        Check(raw.sqlite3_bind_int64(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, string value)
    {
        if (value.Length > ShortText)
        {
            Check(raw.sqlite3_bind_text(_statement, parameter, value));
            return this;
        }

        Span<byte> bytes = stackalloc byte[ShortText * MostBytesOfACharacter];
        Check(raw.sqlite3_bind_text(_statement, parameter, bytes[..Encoding.UTF8.GetBytes(value, bytes)]));
        return this;
    }

    public Statement Bind(int parameter, ReadOnlySpan<byte> value)
    {
        Check(raw.sqlite3_bind_blob(_statement, parameter, value));
        return this;
    }

    public Statement Bind(int parameter, Guid value)
    {
        Span<byte> bytes = stackalloc byte[16];
        _ = value.TryWriteBytes(bytes, bigEndian: true, out _);
        return Bind(parameter, bytes);
    }

    /// <summary>True while there is a row to read; after false, and after an error, the statement is ready to run again.</summary>
    public bool Step()
    {
        var answer = raw.sqlite3_step(_statement);
        if (answer == raw.SQLITE_ROW)
        {
            return true;
        }

        Reset();
        if (answer != raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(answer, database);
        }

        return false;
    }

    /// <summary>Runs a statement that answers with no rows.</summary>
    public void Run()
    {
        while (Step())
        {
        }
    }

    public void Reset() => _ = raw.sqlite3_reset(_statement);

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(_statement, column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public byte[] Bytes(int column) => raw.sqlite3_column_blob(_statement, column).ToArray();

    public Guid Guid(int column)
    {
        var bytes = raw.sqlite3_column_blob(_statement, column);
        return bytes.Length == 16 ? new Guid(bytes, bigEndian: true) : System.Guid.Empty;
    }

    public void Dispose() => _statement.Dispose();

    private static sqlite3_stmt Prepare(sqlite3 database, string sql)
    {
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement), database);
        return statement;
    }

    private void Check(int answer)
    {
        if (answer != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(answer, database);
        }
    }
}
