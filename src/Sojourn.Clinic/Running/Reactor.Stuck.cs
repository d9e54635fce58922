using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Tasks;
using Sojourn.Journal;

namespace Sojourn.Clinic.Running;

public sealed partial class Reactor
{
    private static readonly TimeSpan ManagersTime = TimeSpan.FromDays(1);
    private Dictionary<Guid, StuckReaction> stuck = [];

    private DateTimeOffset? NextDue => stuck.Values.Min(s => s.NextAt);

    /// <summary>Reactions that did not go through yet, parked ones among them.</summary>
    public IReadOnlyCollection<StuckReaction> Stuck => stuck.Values;

    /// <summary>A person asks for one more try, now.</summary>
    /// <returns>Null when it went through, or there was nothing left to do; else what the program said this time.</returns>
    public async Task<string?> TryAgain(Guid id)
    {
        await one.WaitAsync();
        try
        {
            await Start();
            return Known(id) is { } it ? await Try(it) : null;
        }
        finally
        {
            one.Release();
        }
    }

    private StuckReaction? Known(Guid id)
    {
        using var records = runner.Read();
        return StuckReactions.One(records, id);
    }

    /// <returns>True when something went through, so that there may be new events.</returns>
    private async Task<bool> TryWhatIsDue()
    {
        var through = false;
        foreach (var it in stuck.Values.Where(s => s.NextAt <= runner.Now).OrderBy(s => s.Position).ToList())
        {
            through |= await Try(it) is null;
        }

        return through;
    }

    private async Task<string?> Try(StuckReaction it)
    {
        var envelope = (await runner.Journal.Read(it.Position - 1, 1))[0];
        if (all.FirstOrDefault(r => r.Name == it.Reaction) is { } reaction && await Failure(reaction, envelope) is { } failure)
        {
            await PutAside(reaction, envelope, failure);
            return failure.Message;
        }

        await runner.Run(new Sender(CommandId($"stuck-settled/{it.Reaction}", it.Position), Actor.Sojourn, runner.Now), desk =>
        {
            if (desk.State(TaskSlice.Slice, it.Id) is Chore.State.Open)
            {
                desk.Do(TaskSlice.Slice, it.Id, new Chore.Command.Settle("Sojourn tried again, and it went through."));
            }
        });
        await runner.Keep(records => StuckReactions.Forget(records, it.Id));
        stuck.Remove(it.Id);
        return null;
    }

    private async Task PutAside(Reaction reaction, Envelope envelope, Exception failure)
    {
        var id = CommandId($"stuck/{reaction.Name}", envelope.Position);
        var tries = stuck.GetValueOrDefault(id)?.Tries + 1 ?? 1;
        var it = new StuckReaction
        {
            Id = id,
            Reaction = reaction.Name,
            Position = envelope.Position,
            Event = envelope.Name,
            Tries = tries,
            FailedAt = runner.Now,
            NextAt = tries <= StuckReactions.Waits.Length ? runner.Now + StuckReactions.Waits[tries - 1] : null,
            Why = failure.Message,
        };
        say($"Reaction {it.Reaction} to position {it.Position} failed, try {tries}: {failure}");
        if (it.NextAt is null)
        {
            await AskTheManager(it);
        }

        await runner.Keep(records => StuckReactions.Keep(records, it));
        stuck[id] = it;
    }

    /// <summary>Raised twice it is one task: its id follows from the reaction and the event.</summary>
    private Task AskTheManager(StuckReaction it) => runner.Run(new Sender(CommandId($"stuck-parked/{it.Reaction}", it.Position), Actor.Sojourn, it.FailedAt), desk =>
        desk.Do(TaskSlice.Slice, it.Id, new Chore.Command.Raise(
            "stuck-reaction",
            "A step that Sojourn takes by itself does not go through",
            null,
            null,
            null,
            "role/manager",
            null,
            it.FailedAt + ManagersTime,
            $"stuck/{it.Id:D}")));
}
