using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Running;

/// <summary>How the runner drives one decider: the kind of its streams, its first state, its decisions and its fold.</summary>
public sealed record Slice<TCommand, TState, TEvent>(
    string Kind,
    TState Initial,
    Func<TCommand, TState, Decision<TEvent>> Decide,
    Func<TState, TEvent, TState> Evolve)
    where TEvent : class
    where TState : class
{
    public string Stream(Guid id) => $"{Kind}/{id:D}";
}
