using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Tests;

/// <summary>Given what happened, when this is asked, then these facts, or refused for these reasons.</summary>
public sealed record Spec<TCommand, TState, TEvent>(Func<TCommand, TState, Decision<TEvent>> Decide, Func<TState, TEvent, TState> Evolve, TState State, Decision<TEvent>? Answer = null)
{
    public Spec<TCommand, TState, TEvent> Given(params IEnumerable<TEvent> events) => this with { State = events.Aggregate(State, Evolve) };

    public Spec<TCommand, TState, TEvent> When(TCommand command) => this with { Answer = Decide(command, State) };

    /// <summary>What was accepted happened.</summary>
    public Spec<TCommand, TState, TEvent> And() => Given(Events) with { Answer = null };

    public IReadOnlyList<TEvent> Events => Answer is Decision<TEvent>.Refused refused
        ? throw new Xunit.Sdk.XunitException("Refused: " + string.Join(" ", refused.Reasons.Select(reason => $"[{reason.Code}] {reason.Sentence}")))
        : Assert.IsType<Decision<TEvent>.Accepted>(Answer).Events;

    public IReadOnlyList<Refusal> Reasons => Assert.IsType<Decision<TEvent>.Refused>(Answer).Reasons;

    public void Then(params TEvent[] expected)
    {
        Assert.Equal(expected.Select(e => e!.GetType()), Events.Select(e => e!.GetType()));
        Assert.Equivalent(expected, Events, strict: true);
    }

    public IReadOnlyList<Refusal> ThenRefused(params string[] codes)
    {
        Assert.Equal(codes, Reasons.Select(reason => reason.Code));
        return Reasons;
    }
}
