using System.Data.Common;
using Dapper;
using Sojourn.Domain.Kernel;
using Sojourn.Journal;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Clinic.Running;

/// <summary>
/// The writer's desk while one command is worked: reads projections as of this very moment, runs deciders, collects refusals.
/// All that is done at one desk happens together or not at all.
/// </summary>
public sealed class Desk
{
    private readonly IJournalTransaction journal;
    private readonly StateCache cache;
    private readonly List<Refusal> reasons = [];
    private readonly HashSet<string> touched = new(StringComparer.Ordinal);

    internal Desk(IJournalTransaction journal, StateCache cache, Sender sender, ProgrammeLibrary programmes, InstrumentLibrary instruments)
    {
        this.journal = journal;
        this.cache = cache;
        Sender = sender;
        Programmes = programmes;
        Instruments = instruments;
    }

    public Sender Sender { get; }

    /// <summary>The command's time.</summary>
    public DateTimeOffset At => Sender.At;

    public ProgrammeLibrary Programmes { get; }

    public InstrumentLibrary Instruments { get; }

    /// <summary>Every reason so far why this is not done. Anything here undoes all of it.</summary>
    public IReadOnlyList<Refusal> Reasons => reasons;

    internal IReadOnlyCollection<string> Touched => touched;

    /// <summary>Projections inside the writer's transaction.</summary>
    public Records Records => new(
        journal.Connection ?? throw new InvalidOperationException("This journal keeps no projections."),
        ofWriter: true);

    /// <summary>Decides one command on one stream and appends what it makes true.</summary>
    /// <returns>True when it was accepted.</returns>
    public bool Do<TCommand, TState, TEvent>(Slice<TCommand, TState, TEvent> slice, Guid id, TCommand command)
        where TEvent : class
        where TState : class
    {
        var stream = slice.Stream(id);
        var (state, version) = cache.Load(slice, stream, journal);
        switch (slice.Decide(command, state))
        {
            case Decision<TEvent>.Refused refused:
                reasons.AddRange(refused.Reasons);
                return false;
            case Decision<TEvent>.Accepted { Events.Count: > 0 } accepted:
                journal.Append(stream, version, [.. accepted.Events.Select(e => EventRegistry.Shipped.Write(e))]);
                touched.Add(stream);
                cache.Keep(stream, accepted.Events.Aggregate(state, slice.Evolve), version + accepted.Events.Count);
                return true;
            default:
                return true;
        }
    }

    /// <summary>The state of a stream of this slice, inside the transaction.</summary>
    public TState State<TCommand, TState, TEvent>(Slice<TCommand, TState, TEvent> slice, Guid id)
        where TEvent : class
        where TState : class =>
        cache.Load(slice, slice.Stream(id), journal).State;

    /// <summary>Refuses from here, for facts that no decider could see (an unknown id in a link, for example).</summary>
    public void Refuse(string code, string sentence, Remedy? remedy = null, string? field = null) => reasons.Add(new Refusal(code, sentence, remedy, field));

    public void Refuse(IEnumerable<Refusal> more) => reasons.AddRange(more);
}
