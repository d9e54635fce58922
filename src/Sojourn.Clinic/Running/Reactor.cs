using Sojourn.Journal;

namespace Sojourn.Clinic.Running;

/// <summary>
/// Drives the reactions from a position of its own, kept in <c>reactor_position</c>. That position may lag behind after a crash: what is
/// reacted to again is a known command id. The table is not a projection: a rebuild leaves it alone. A reaction that throws is put aside
/// (<see cref="StuckReactions"/>) and tried again later; the others go on.
/// </summary>
/// <param name="runner">The clinic's.</param>
/// <param name="say">Hears of every refusal and every failure.</param>
/// <param name="reactions">Null for all that are shipped.</param>
public sealed partial class Reactor(Runner runner, Action<string> say, IReadOnlyList<Reaction>? reactions = null) : IDisposable
{
    /// <summary>Small enough that a tap which comes in between does not wait long behind them.</summary>
    private const int Batch = 50;

    private readonly IReadOnlyList<Reaction> all = reactions ?? Reaction.Shipped;
    private readonly SemaphoreSlim one = new(1, 1);
    private long position = -1;
    private long kept;

    /// <summary>Reacts to everything recorded so far, including what the reactions themselves record. Answers when nothing is left.</summary>
    /// <param name="keepPlace">False while many steps follow each other in one process: the place is then kept by a later call. A crash in between means known command ids again.</param>
    /// <param name="cancellation">Obeyed between two batches.</param>
    /// <returns>When a reaction that failed is due again; null when none is.</returns>
    public async Task<DateTimeOffset?> CatchUp(bool keepPlace = true, CancellationToken cancellation = default)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await Start();
            do
            {
                await GoOn(cancellation);
            }
            while (await TryWhatIsDue());

            if (keepPlace && position != kept)
            {
                await KeepPosition();
                kept = position;
            }

            return NextDue;
        }
        finally
        {
            one.Release();
        }
    }

    /// <summary>The same reaction to the same event is the same command.</summary>
    internal static Guid CommandId(string reaction, long position) => DerivedId.From(reaction, position);

    public void Dispose() => one.Dispose();

    /// <summary>
    /// The reactions to one batch are asked for at once: the journal works them in this order, each on what those before it recorded, and commits them together.
    /// </summary>
    private async Task GoOn(CancellationToken cancellation)
    {
        while (await runner.Journal.Read(position, Batch, cancellation) is { Count: > 0 } envelopes)
        {
            var asked = envelopes.SelectMany(envelope => all
                .Where(reaction => reaction.ReactsTo(envelope))
                .Select(reaction => (Reaction: reaction, Envelope: envelope, Failure: Failure(reaction, envelope)))).ToList();
            await Task.WhenAll(asked.Select(one => one.Failure));
            foreach (var (reaction, envelope, failed) in asked)
            {
                if (await failed is { } failure)
                {
                    await PutAside(reaction, envelope, failure);
                }
            }

            position = envelopes[^1].Position;
            if (asked.Count == 0 && envelopes.Count < Batch)
            {
                return;
            }
        }
    }

    /// <summary>What went wrong; null when it reacted, or had nothing to ask for. A journal that cannot be written is nobody's fault here and stops the reactor.</summary>
    private async Task<Exception?> Failure(Reaction reaction, Envelope envelope)
    {
        try
        {
            if (reaction.To(envelope) is { } ask)
            {
                var sender = new Sender(CommandId(reaction.Name, envelope.Position), Actor.Sojourn, envelope.RecordedAt);
                if (await runner.Run(sender, ask) is Outcome.Refused refused)
                {
                    say($"Reaction {reaction.Name} to position {envelope.Position} was refused: {string.Join(", ", refused.Reasons.Select(r => r.Code))}");
                }
            }

            return null;
        }
        catch (Exception e) when (e is not (OperationCanceledException or JournalUnavailableException or JournalBrokenException))
        {
            return e;
        }
    }

    private async Task Start()
    {
        if (position >= 0)
        {
            return;
        }

        long found = 0;
        await runner.Keep(records =>
        {
            records.Set("create table if not exists reactor_position (only_row integer primary key check (only_row = 1), position bigint not null)");
            found = records.Value<long?>("select position from reactor_position") ?? 0;
            stuck = StuckReactions.Load(records).ToDictionary(s => s.Id);
        });
        kept = position = found;
    }

    private Task KeepPosition() => runner.Keep(records =>
        records.Set("insert into reactor_position values (1, @position) on conflict (only_row) do update set position = excluded.position", new { position }));
}
