namespace Sojourn.Clinic.Running;

/// <summary>A reaction that threw at one event, and waits to be tried again; parked once it has been tried often enough.</summary>
public sealed record StuckReaction
{
    public Guid Id { get; init; }

    public string Reaction { get; init; } = "";

    /// <summary>The event that it reacts to.</summary>
    public long Position { get; init; }

    /// <summary>The event's stored name.</summary>
    public string Event { get; init; } = "";

    public int Tries { get; init; }

    public DateTimeOffset FailedAt { get; init; }

    /// <summary>When it is tried again by itself; null once it is parked and waits for a person.</summary>
    public DateTimeOffset? NextAt { get; init; }

    /// <summary>What the program said, for whoever mends it.</summary>
    public string Why { get; init; } = "";
}

/// <summary>
/// The list of reactions that threw, in <c>reaction_stuck</c>: beside the journal like the reactor's place, written before that place moves on.
/// </summary>
public static class StuckReactions
{
    /// <summary>Tries before a person is asked: at once, then after each of these waits.</summary>
    internal static readonly TimeSpan[] Waits = [TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30)];

    private const string Table =
        """
        create table if not exists reaction_stuck (
          id text not null, reaction text not null, position bigint not null, event text not null, tries integer not null,
          failed_at text not null, next_at text, why text not null,
          constraint reaction_stuck_key primary key (id),
          constraint reaction_stuck_once unique (reaction, position)
        )
        """;

    private const string Save =
        """
        insert into reaction_stuck (id, reaction, position, event, tries, failed_at, next_at, why)
        values (@Id, @Reaction, @Position, @Event, @Tries, @FailedAt, @NextAt, @Why)
        on conflict (id) do update set tries = excluded.tries, failed_at = excluded.failed_at, next_at = excluded.next_at, why = excluded.why
        """;

    /// <summary>Makes the table where it is missing. Called once at start.</summary>
    public static void Prepare(Records records) => records.Set(Table);

    public static StuckReaction? One(Records records, Guid id) => records.One<StuckReaction>("select * from reaction_stuck where id = @id", new { id });

    internal static IReadOnlyList<StuckReaction> Load(Records records)
    {
        Prepare(records);
        return records.All<StuckReaction>("select * from reaction_stuck order by position");
    }

    public static void Keep(Records records, StuckReaction stuck) => records.Set(Save, stuck);

    internal static void Forget(Records records, Guid id) => records.Set("delete from reaction_stuck where id = @id", new { id });
}
