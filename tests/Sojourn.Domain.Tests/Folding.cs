using System.Diagnostics;

namespace Sojourn.Domain.Tests;

internal static class Folding
{
    /// <summary>The told events cover every type of the hierarchy, and each was folded when it was told.</summary>
    public static void EveryEvent<TState, TEvent>(TState first, Func<TState, TEvent, TState> evolve, IEnumerable<TEvent> told)
        where TState : class
        where TEvent : class
    {
        var types = typeof(TEvent).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(TEvent))).ToList();
        Assert.NotEmpty(types);
        Assert.Empty(types.Except(told.Select(e => e.GetType())));
        Assert.Throws<UnreachableException>(() => evolve(first, told.First(e => e.GetType().Name is "Read" or "Closed")));
    }
}
