using System.Data;
using Microsoft.Data.Sqlite;

namespace Sojourn.Journal.Sqlite;

/// <summary>
/// A command that runs through one which the connection prepared earlier for the same text. To its user it is an ordinary command.
/// </summary>
internal sealed class ReusedCommand : SqliteCommand
{
    private readonly StoreConnection _connection;
    private SqliteCommand? _prepared;
    private SqliteDataReader? _reader;

    public ReusedCommand(StoreConnection connection)
    {
        _connection = connection;
        Connection = connection;
    }

    public override SqliteDataReader ExecuteReader(CommandBehavior behavior) => _reader = Ready().ExecuteReader(behavior);

    public override int ExecuteNonQuery() => Ready().ExecuteNonQuery();

    public override object? ExecuteScalar() => Ready().ExecuteScalar();

    public override void Prepare() => Ready().Prepare();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            PutBack();
        }

        base.Dispose(disposing);
    }

    private SqliteCommand Ready()
    {
        ObjectDisposedException.ThrowIf(!_connection.IsLent, _connection);
        if (_prepared is not null && !string.Equals(_prepared.CommandText, CommandText, StringComparison.Ordinal))
        {
            PutBack();
        }

        _prepared ??= _connection.TakeOut(CommandText);
        _prepared.Transaction = Transaction;
        _prepared.CommandTimeout = CommandTimeout;
        _prepared.Parameters.Clear();
        foreach (SqliteParameter parameter in Parameters)
        {
            _prepared.Parameters.Add(parameter);
        }

        return _prepared;
    }

    private void PutBack()
    {
        _reader?.Dispose();
        _reader = null;
        if (_prepared is { } prepared)
        {
            _prepared = null;
            prepared.Parameters.Clear();
            _connection.PutBack(prepared);
        }
    }
}
