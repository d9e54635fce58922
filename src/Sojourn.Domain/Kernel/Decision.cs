namespace Sojourn.Domain.Kernel;

/// <summary>The answer to a command: the facts it makes true, or every reason why not. Never both, never an exception.</summary>
/// <typeparam name="TEvent">The event hierarchy of the slice that decided.</typeparam>
public abstract record Decision<TEvent>
{
    private Decision()
    {
    }

    /// <summary>The command is accepted. An empty list means that it changes nothing, which is an answer as well.</summary>
    public sealed record Accepted(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

    /// <summary>The command is refused, for all of these reasons. There is always at least one.</summary>
    public sealed record Refused(IReadOnlyList<Refusal> Reasons) : Decision<TEvent>;

    public static implicit operator Decision<TEvent>(RefusedWith refused) => new Refused(refused.Reasons);

    public static implicit operator Decision<TEvent>(TEvent @event) => new Accepted([@event]);
}

/// <summary>Reasons on their way into a <see cref="Decision{TEvent}"/> of whatever slice; made by <see cref="Decide"/>.</summary>
public sealed record RefusedWith(IReadOnlyList<Refusal> Reasons);

/// <summary>The few words in which a decision is written.</summary>
public static class Decide
{
    public static Decision<TEvent> Accept<TEvent>(params IReadOnlyList<TEvent> events) => new Decision<TEvent>.Accepted(events);

    public static RefusedWith Refuse(string code, string sentence, Remedy? remedy = null) => new([new Refusal(code, sentence, remedy)]);

    public static RefusedWith Refuse(IReadOnlyList<Refusal> reasons) =>
        reasons.Count > 0 ? new(reasons) : throw new ArgumentException("A refusal gives at least one reason.", nameof(reasons));
}
