using System.Reflection;
using Sojourn.Domain.People;

namespace Sojourn.Domain.Tests.People;

public sealed class FoldingEveryEvent
{
    [Fact]
    public void Every_event_of_a_person_is_folded()
    {
        var types = typeof(Person.Event).GetNestedTypes().Where(type => type.IsSubclassOf(typeof(Person.Event))).ToList();
        Assert.NotEmpty(types);
        foreach (var type in types.Where(type => type != typeof(Person.Event.Registered)))
        {
            var exception = Record.Exception(() => Person.Evolve(Holding, (Person.Event)Blank(type)!));
            Assert.False(exception is System.Diagnostics.UnreachableException, $"{type.Name} is not folded");
        }
    }

    private static Person.State Holding =>
        Story.GivenAna(new Person.Event.AllergyRecorded(default, new Allergy("Latex", null, null, AllergySeverity.NotStated, AllergyStatus.Active))).State;

    private static object? Blank(Type type) =>
        type == typeof(string) ? "words"
        : type == typeof(Demographics) ? Story.Ana
        : type.IsValueType ? Activator.CreateInstance(type)
        : type.GetConstructors(BindingFlags.Public | BindingFlags.Instance) is [var constructor, ..]
            ? constructor.Invoke([.. constructor.GetParameters().Select(parameter => Blank(parameter.ParameterType))])
        : null;
}
