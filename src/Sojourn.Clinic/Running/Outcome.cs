using Sojourn.Domain.Kernel;
using Sojourn.Journal;

namespace Sojourn.Clinic.Running;

/// <summary>What became of a command: done and on disk, or refused with all reasons.</summary>
public abstract record Outcome
{
    private Outcome()
    {
    }

    public sealed record Done(Receipt Receipt) : Outcome;

    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Outcome;

    /// <summary>For callers to whom a refusal is a bug: the simulator's set-up and reactions' tests.</summary>
    /// <exception cref="InvalidOperationException">It was refused; the message lists the reasons.</exception>
    public void OrThrow()
    {
        if (this is Refused refused)
        {
            throw new InvalidOperationException(string.Join(" ", refused.Reasons.Select(r => $"[{r.Code}] {r.Sentence}")));
        }
    }
}
