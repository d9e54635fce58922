using System.Data.Common;

namespace Sojourn.Journal.Killing;

/// <summary>A projection that must have as many events as the journal, at whatever instant the process was killed.</summary>
internal sealed class CountByStream : IProjector
{
    public string Name => "count-by-stream";

    public string Fingerprint => "1";

    public IReadOnlySet<string> Wants { get; } = new HashSet<string>(StringComparer.Ordinal) { "moment.noted" };

    public IReadOnlyList<string> Tables => ["count_by_stream"];

    public int Applied { get; private set; }

    public static long Sum(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "select coalesce(sum(events), 0) from count_by_stream";
        return (long)command.ExecuteScalar()!;
    }

    public void Create(DbConnection connection) =>
        Run(connection, "create table count_by_stream (stream text primary key, events integer not null) strict", null);

    public void Drop(DbConnection connection) => Run(connection, "drop table if exists count_by_stream", null);

    public void Apply(DbConnection connection, Envelope envelope)
    {
        Applied++;
        Run(connection, "insert into count_by_stream values (@stream, 1) on conflict (stream) do update set events = events + 1", envelope.Stream);
    }

    private static void Run(DbConnection connection, string sql, string? stream)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (stream is not null)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@stream";
            parameter.Value = stream;
            command.Parameters.Add(parameter);
        }

        command.ExecuteNonQuery();
    }
}
