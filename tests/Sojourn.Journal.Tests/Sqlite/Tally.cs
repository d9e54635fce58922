using System.Data.Common;
using System.Globalization;

namespace Sojourn.Journal.Tests.Sqlite;

/// <summary>A projection for tests: how many events each stream has, and the bytes of their payloads.</summary>
public sealed class Tally(string name = "tally", string fingerprint = "1", params string[] wants) : IProjector
{
    public string Name => name;

    public string Fingerprint => fingerprint;

    public IReadOnlySet<string> Wants { get; } = wants.Length > 0 ? wants.ToHashSet() : new HashSet<string> { "moment.noted" };

    public IReadOnlyList<string> Tables => [name];

    /// <summary>Fails on the event whose payload contains this.</summary>
    public string? FailsOn { get; set; }

    public int Applied { get; private set; }

    public void Create(DbConnection connection) =>
        Run(connection, $"create table {name} (stream text primary key, events integer not null, bytes integer not null) strict");

    public void Drop(DbConnection connection) => Run(connection, $"drop table if exists {name}");

    public void Apply(DbConnection connection, Envelope envelope)
    {
        if (FailsOn is { } text && System.Text.Encoding.UTF8.GetString(envelope.Payload!.Value.Span).Contains(text, StringComparison.Ordinal))
        {
            throw new InvalidTimeZoneException(text);
        }

        Applied++;
        Run(
            connection,
            $"insert into {name} values (@stream, 1, @bytes) on conflict (stream) do update set events = events + 1, bytes = bytes + excluded.bytes",
            ("@stream", envelope.Stream),
            ("@bytes", envelope.Payload?.Length ?? 0));
    }

    /// <summary>All rows as text, by stream.</summary>
    public static List<string> Rows(DbConnection connection, string name = "tally")
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"select stream, events, bytes from {name} order by stream";
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Create(CultureInfo.InvariantCulture, $"{reader.GetString(0)} {reader.GetInt64(1)} {reader.GetInt64(2)}"));
        }

        return rows;
    }

    private static void Run(DbConnection connection, string sql, params (string Name, object Value)[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (parameterName, value) in parameters)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = parameterName;
            parameter.Value = value;
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
