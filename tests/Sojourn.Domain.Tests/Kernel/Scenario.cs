using System.Text.Json;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Tests.Kernel;

/// <summary>Given what happened, when this is asked, then that is so: for any decider. Events are compared by what they say, lists included.</summary>
internal sealed class Scenario<TCommand, TState, TEvent>(Func<TCommand, TState, Decision<TEvent>> decide, Func<TState, TEvent, TState> evolve, TState state)
    where TEvent : class
{
    private Decision<TEvent>? answer;

    public TState State { get; private set; } = state;

    public Scenario<TCommand, TState, TEvent> Given(params IEnumerable<TEvent> events)
    {
        State = events.Aggregate(State, evolve);
        return this;
    }

    public Scenario<TCommand, TState, TEvent> When(TCommand command)
    {
        answer = decide(command, State);
        return this;
    }

    /// <summary>Asks, and takes what it makes true as having happened.</summary>
    public Scenario<TCommand, TState, TEvent> After(TCommand command)
    {
        When(command);
        return Given(Events);
    }

    public void Then(params IEnumerable<TEvent> expected) => Assert.Equal(expected.Select(Told), Events.Select(Told));

    public Refusal ThenRefused(string code) => Assert.Single(Reasons, reason => reason.Code == code);

    public IReadOnlyList<TEvent> Events => answer is Decision<TEvent>.Refused refused
        ? throw new Xunit.Sdk.XunitException("Refused: " + string.Join(' ', refused.Reasons.Select(reason => reason.Sentence)))
        : Assert.IsType<Decision<TEvent>.Accepted>(answer).Events;

    public IReadOnlyList<Refusal> Reasons => Assert.IsType<Decision<TEvent>.Refused>(answer).Reasons;

    private static string Told(TEvent e) => $"{e.GetType().Name} {JsonSerializer.Serialize(e, e.GetType())}";
}

/// <summary>Any value of a type, made from its constructor: enough to ask whether a fold knows an event.</summary>
internal static class Blank
{
    public static IEnumerable<TEvent> EveryOne<TEvent>() =>
        typeof(TEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TEvent))).Select(type => (TEvent)Of(type)!);

    private static object? Of(Type type) =>
        type == typeof(string) ? "words"
        : type == typeof(int) ? 1
        : type == typeof(DateOnly) ? new DateOnly(2026, 11, 22)
        : Nullable.GetUnderlyingType(type) is not null ? null
        : type.IsValueType ? Activator.CreateInstance(type)
        : type is { IsGenericType: true, IsInterface: true } ? Array.CreateInstance(type.GetGenericArguments()[0], 0)
        : type.GetConstructors()[0] is var constructor ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))])
        : null;
}
