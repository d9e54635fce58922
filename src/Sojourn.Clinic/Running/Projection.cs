using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Dapper;
using Sojourn.Journal;

namespace Sojourn.Clinic.Running;

/// <summary>Where and when an event stands in the journal, for a projection.</summary>
/// <param name="Id">The id part of the stream.</param>
/// <param name="Position">Place in the journal.</param>
/// <param name="RecordedAt">When the server recorded it.</param>
/// <param name="Actor">Who acted.</param>
public sealed record Origin(Guid Id, long Position, DateTimeOffset RecordedAt, Actor Actor);

/// <summary>
/// A projection is a folder: this class, <c>table.sql</c> and a few statements. It can be dropped and rebuilt at any time, so it reads
/// nothing but envelopes and its own tables.
/// </summary>
/// <param name="name">Kebab-case; unique.</param>
/// <param name="version">Raise it when the code changes what it writes; a change in its SQL is noticed without.</param>
public abstract partial class Projection(string name, int version) : IProjector
{
    private readonly Dictionary<string, Action<DbConnection, Envelope>> steps = new(StringComparer.Ordinal);
    private volatile bool defined;

    public string Name => name;

    public string Fingerprint => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{version}\n{Sql.AllOf(GetType())}")))[..16];

    public IReadOnlyList<string> Tables => [.. TableName().Matches(Sql.Of(GetType(), "table.sql")).Select(m => m.Groups["table"].Value)];

    public IReadOnlySet<string> Wants
    {
        get
        {
            Ready();
            return steps.Keys.ToHashSet(StringComparer.Ordinal);
        }
    }

    public static IReadOnlyList<Projection> Shipped { get; } = FoundByType.Made<Projection>();

    public void Create(DbConnection connection) => connection.Execute(Sql.Of(GetType(), "table.sql"));

    public void Drop(DbConnection connection) =>
        connection.Execute(string.Concat(Tables.Reverse().Select(t => $"drop table if exists {t};")));

    public void Apply(DbConnection connection, Envelope envelope)
    {
        Ready();
        steps[envelope.Name](connection, envelope);
    }

    /// <summary>Says with <see cref="On{TEvent}(string, Func{TEvent, Origin, object})"/> what each event does.</summary>
    protected abstract void Define();

    /// <summary>Runs a statement of this folder (or literal SQL) with parameters made from the event.</summary>
    protected void On<TEvent>(string sql, Func<TEvent, Origin, object> parameters)
        where TEvent : class
    {
        var text = sql.EndsWith(".sql", StringComparison.Ordinal) ? Sql.Of(GetType(), sql) : sql;
        On<TEvent>((e, from, run) => run(text, parameters(e, from)));
    }

    /// <summary>Runs as many statements as the event needs.</summary>
    protected void On<TEvent>(Action<TEvent, Origin, Action<string, object>> apply)
        where TEvent : class
    {
        var eventName = EventRegistry.Shipped.NameOf(typeof(TEvent)).Name;
        steps[eventName] = (connection, envelope) =>
        {
            if (EventRegistry.Shipped.Read(envelope) is TEvent e)
            {
                var origin = new Origin(IdOf(envelope.Stream), envelope.Position, envelope.RecordedAt, Actor.Read(envelope.Actor));
                apply(e, origin, (sql, parameters) => connection.Execute(sql, parameters));
            }
        };
    }

    internal static Guid IdOf(string stream) => Guid.Parse(stream.AsSpan(stream.IndexOf('/', StringComparison.Ordinal) + 1));

    /// <summary>Several journals may be opened at once in one process, and all of them share the shipped projections.</summary>
    private void Ready()
    {
        if (defined)
        {
            return;
        }

        lock (steps)
        {
            if (!defined)
            {
                Define();
                defined = true;
            }
        }
    }

    [GeneratedRegex(@"create table (if not exists )?(?<table>\w+)", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TableName();
}
