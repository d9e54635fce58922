using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Reflection;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Tests;

/// <summary>Every slice at once: an event that no state folds would be a fact that the clinic forgets.</summary>
public sealed class FoldingEveryEvent
{
    public static TheoryData<Type> Deciders => [.. typeof(Refusal).Assembly.GetTypes().Where(type => type.GetNestedType("Event") is not null && type.GetMethod("Evolve") is not null)];

    [Fact]
    public void There_are_deciders() => Assert.True(Deciders.Count > 4);

    [Theory]
    [MemberData(nameof(Deciders))]
    public void Every_event_of_a_slice_is_folded(Type decider)
    {
        var evolve = decider.GetMethod("Evolve")!;
        var states = Concrete(evolve.GetParameters()[0].ParameterType).Select(Blank).Append(Initial(decider)).Where(state => state is not null).ToList();
        var events = Concrete(decider.GetNestedType("Event")!).ToList();
        Assert.NotEmpty(events);
        Assert.Empty(events.Where(type => states.All(state => Forgets(evolve, state, Blank(type)))).Select(type => type.Name));
    }

    /// <summary>Any other exception means that an arm was there and stumbled over the blank.</summary>
    private static bool Forgets(MethodInfo evolve, object? state, object? @event) =>
        Record.Exception(() => evolve.Invoke(null, [state, @event])) is TargetInvocationException { InnerException: UnreachableException };

    private static object? Initial(Type decider) =>
        (decider.GetProperty("Initial") ?? decider.GetNestedType("State")?.GetProperty("Initial"))?.GetValue(null);

    private static IEnumerable<Type> Concrete(Type type) =>
        type.IsAbstract ? type.Assembly.GetTypes().Where(t => !t.IsAbstract && t.IsSubclassOf(type)) : [type];

    private static object? Blank(Type type)
    {
        if (type == typeof(string))
        {
            return "words";
        }

        if (type.IsValueType)
        {
            return Activator.CreateInstance(type);
        }

        if (type.GetProperty("Empty", BindingFlags.Public | BindingFlags.Static) is { } byProperty && typeof(IEnumerable).IsAssignableFrom(type))
        {
            return byProperty.GetValue(null);
        }

        if (type.GetField("Empty", BindingFlags.Public | BindingFlags.Static) is { } byField)
        {
            return byField.GetValue(null);
        }

        if (type.IsInterface && type.IsGenericType)
        {
            var parts = type.GetGenericArguments();
            return parts.Length == 1
                ? Array.CreateInstance(parts[0], 0)
                : Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(parts));
        }

        var made = Concrete(type).First();
        var constructor = made.GetConstructors(BindingFlags.Public | BindingFlags.Instance).OrderByDescending(c => c.GetParameters().Length).First();
        return constructor.Invoke([.. constructor.GetParameters().Select(parameter => Blank(parameter.ParameterType))]);
    }
}
