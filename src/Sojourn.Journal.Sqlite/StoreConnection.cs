using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Sojourn.Journal.Sqlite;

/// <summary>
/// A connection that keeps what it has prepared. Projections and pages run the same few statements again and again, and
/// preparing one takes longer than running it.
/// </summary>
internal sealed class StoreConnection : SqliteConnection
{
    private readonly Dictionary<string, Statement> _statements = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Stack<SqliteCommand>> _idle = new(StringComparer.Ordinal);
    private readonly bool _readOnly;
    private int _out;
    private readonly Func<StoreConnection, bool>? _giveBack;

    /// <summary>A connection that is not open yet.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readOnly">Whether SQLite itself refuses writes on it.</param>
    /// <param name="giveBack">Takes a disposed connection back into its pool, or answers false to have it closed.</param>
    public StoreConnection(string path, bool readOnly, Func<StoreConnection, bool>? giveBack = null)
        : base(new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = readOnly ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate,
            Pooling = false,
            DefaultTimeout = JournalFile.BusyMilliseconds / 1_000,
        }.ToString())
    {
        _readOnly = readOnly;
        _giveBack = giveBack;
    }

    /// <summary>Whether somebody has it now. A pooled connection that was disposed must not be used through an old reference.</summary>
    public bool IsLent { get; set; } = true;

    /// <summary>Whether no transaction is open, because there never was one or because SQLite undid it after an error.</summary>
    public bool IsOutsideTransaction => raw.sqlite3_get_autocommit(Handle) != 0;

    /// <summary>A statement from Sql/, prepared once.</summary>
    public Statement Statement(string name)
    {
        if (!_statements.TryGetValue(name, out var statement))
        {
            _statements.Add(name, statement = new Statement(Handle!, Sql.Named(name)));
        }

        return statement;
    }

    /// <summary>One of the few words that steer a transaction, prepared once.</summary>
    public Statement Verb(string sql)
    {
        if (!_statements.TryGetValue(sql, out var statement))
        {
            _statements.Add(sql, statement = new Statement(Handle!, sql));
        }

        return statement;
    }

    /// <summary>Runs text that answers with no rows and that is not worth preparing.</summary>
    public void Run(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(Handle, sql), Handle);

    public override SqliteCommand CreateCommand() => new ReusedCommand(this) { Transaction = Transaction };

    /// <summary>A command of the driver that has prepared this text already, if there is one that nobody uses.</summary>
    public SqliteCommand TakeOut(string sql)
    {
        _out++;
        return _idle.TryGetValue(sql, out var idle) && idle.TryPop(out var command) ? command : new SqliteCommand(sql, this);
    }

    public void PutBack(SqliteCommand command)
    {
        _out--;
        if (State != ConnectionState.Open)
        {
            command.Dispose();
            return;
        }

        if (!_idle.TryGetValue(command.CommandText, out var idle))
        {
            _idle.Add(command.CommandText, idle = new Stack<SqliteCommand>());
        }

        idle.Push(command);
    }

    /// <summary>A reader asks for one view of the file while others write; it never takes the writer's lock.</summary>
    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        BeginTransaction(IsolationLevel.Serializable, deferred: _readOnly);

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            if (!IsLent || GoesBack())
            {
                return;
            }

            foreach (var statement in _statements.Values)
            {
                statement.Dispose();
            }

            _statements.Clear();
            _idle.Clear();
        }

        base.Dispose(disposing);
        IsLent = false;
    }

    // What was left with an open transaction or command would hold an old view of the file for the next one who gets it.
    private bool GoesBack() =>
        _giveBack is not null && State == ConnectionState.Open && IsOutsideTransaction && _out == 0 && _giveBack(this);
}
