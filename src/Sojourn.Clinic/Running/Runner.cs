using Sojourn.Clinic.Publishing;
using Sojourn.Domain.Kernel;
using Sojourn.Journal;
using Sojourn.Programmes;
using Sojourn.Programmes.Instruments;

namespace Sojourn.Clinic.Running;

/// <summary>
/// Runs commands: known id? the same answer again; else load, decide, append, all in the journal's transaction. See DESIGN.md.
/// </summary>
/// <param name="shipped">Programmes as their files have them; what the clinic has published itself goes before them.</param>
public sealed class Runner(IJournal journal, ProgrammeLibrary shipped, InstrumentLibrary instruments, TimeProvider time)
{
    private readonly StateCache cache = new();
    private readonly ProgrammeLibrary files = shipped;
    private volatile ProgrammeLibrary programmes = shipped;

    public IJournal Journal => journal;

    /// <summary>Every programme in use, and every version that somebody may be on.</summary>
    public ProgrammeLibrary Programmes => programmes;

    /// <summary>Takes the clinic's own versions from the journal; once at the start, and by itself after each change of them.</summary>
    public void TakeProgrammes()
    {
        using var records = Read();
        programmes = PublishedProgrammes.Over(files, records);
    }

    public InstrumentLibrary Instruments => instruments;

    public TimeProvider Time => time;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Projections as last committed. Dispose what you get.</summary>
    public Records Read() => new(journal.OpenForReading());

    /// <summary>A sender for this actor, now, with a new command id unless the tap brought one.</summary>
    public Sender SenderFor(Actor actor, Guid? commandId = null) => new(commandId ?? Guid.CreateVersion7(Now), actor, Now);

    /// <summary>One command on one stream.</summary>
    public Task<Outcome> Run<TCommand, TState, TEvent>(Sender sender, Slice<TCommand, TState, TEvent> slice, Guid id, TCommand command)
        where TEvent : class
        where TState : class =>
        Run(sender, desk => desk.Do(slice, id, command));

    /// <summary>One command that needs facts from elsewhere, which are read in the same transaction.</summary>
    public Task<Outcome> Run<TCommand, TState, TEvent>(Sender sender, Slice<TCommand, TState, TEvent> slice, Guid id, Func<Desk, TCommand> command)
        where TEvent : class
        where TState : class =>
        Run(sender, desk => desk.Do(slice, id, command(desk)));

    /// <summary>Several commands that happen together or not at all.</summary>
    public async Task<Outcome> Run(Sender sender, Action<Desk> work)
    {
        IReadOnlyList<Refusal> reasons = [];
        var publishes = false;
        try
        {
            var receipt = await journal.Write(sender.CommandId, sender.Actor.Text, transaction =>
            {
                reasons = Work(transaction, sender, desk =>
                {
                    work(desk);
                    publishes = desk.Touched.Any(stream => stream.StartsWith($"{PublishingSlice.Slice.Kind}/", StringComparison.Ordinal));
                });
                return reasons.Count == 0;
            });
            if (publishes)
            {
                TakeProgrammes();
            }

            return reasons.Count > 0 && !receipt.Repeated ? new Outcome.Refused(reasons) : new Outcome.Done(receipt);
        }
        catch (JournalUnavailableException)
        {
            cache.Distrust();
            throw;
        }
    }

    /// <summary>Writes to tables beside the journal: what must not be in it (password hashes), or is only a place reached.</summary>
    public Task Keep(Action<Records> work) => journal.Keep(connection => work(new Records(connection, ofWriter: true)));

    private IReadOnlyList<Refusal> Work(IJournalTransaction transaction, Sender sender, Action<Desk> work)
    {
        var desk = new Desk(transaction, cache, sender, programmes, instruments);
        var good = false;
        try
        {
            work(desk);
            good = desk.Reasons.Count == 0;
            return desk.Reasons;
        }
        finally
        {
            if (!good)
            {
                cache.Forget(desk.Touched);
            }
        }
    }
}
