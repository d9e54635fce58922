using System.Data.Common;
using Dapper;

namespace Sojourn.Clinic.Running;

/// <summary>Projections, for reading: inside the writer's transaction or on a read-only connection.</summary>
/// <param name="connection">Where they are.</param>
/// <param name="ofWriter">It is the writer's and stays open; otherwise it is given back by <see cref="Dispose"/>.</param>
public sealed class Records(DbConnection connection, bool ofWriter = false) : IDisposable
{
    private bool given;

    public IReadOnlyList<T> All<T>(string sql, object? parameters = null) => connection.Query<T>(sql, parameters).AsList();

    public T? One<T>(string sql, object? parameters = null) => connection.QueryFirstOrDefault<T>(sql, parameters);

    /// <summary>Any one value: a count, a flag as 0 or 1, a text.</summary>
    public T? Value<T>(string sql, object? parameters = null) => connection.ExecuteScalar<T>(sql, parameters);

    public bool Any(string sql, object? parameters = null) => connection.ExecuteScalar<long>($"select exists({sql})", parameters) == 1;

    /// <summary>Writes; only inside <see cref="Runner.Keep"/>.</summary>
    public int Set(string sql, object? parameters = null) => connection.Execute(sql, parameters);

    /// <summary>Once: the connection is lent to somebody else afterwards, and a second giving back would take it from them.</summary>
    public void Dispose()
    {
        if (!ofWriter && !given)
        {
            given = true;
            connection.Dispose();
        }
    }
}
