using System.Text.Json;
using Sojourn.Journal;

namespace Sojourn.Clinic.Running;

/// <summary>The stored name and version of one event type. Names are the storage format and never change.</summary>
public sealed record EventName(string Name, int Version, Type Type)
{
    public static EventName Of<TEvent>(string name, int version = 1) => new(name, version, typeof(TEvent));
}

/// <summary>A slice's event names, in a class of its own beside its projections; found by type.</summary>
public interface IEventNames
{
    static abstract IReadOnlyList<EventName> Names { get; }
}

/// <summary>All event names of the clinic: the one place between stored names and C# types.</summary>
public sealed class EventRegistry
{
    private readonly Dictionary<string, EventName> byName;
    private readonly Dictionary<Type, EventName> byType;

    public EventRegistry(IEnumerable<EventName> names)
    {
        All = [.. names.OrderBy(n => n.Name, StringComparer.Ordinal)];
        byName = All.ToDictionary(n => n.Name, StringComparer.Ordinal);
        byType = All.ToDictionary(n => n.Type);
    }

    /// <summary>Every name registered in this assembly.</summary>
    public static EventRegistry Shipped { get; } = new(FoundByType.Statics<IReadOnlyList<EventName>>(typeof(IEventNames), nameof(IEventNames.Names)).SelectMany(n => n));

    public IReadOnlyList<EventName> All { get; }

    public EventName NameOf(Type type) =>
        byType.TryGetValue(type, out var name) ? name : throw new InvalidOperationException($"{type} has no line in its slice's event names.");

    public NewEvent Write(object @event)
    {
        var name = NameOf(@event.GetType());
        return new NewEvent(name.Name, name.Version, JsonSerializer.SerializeToUtf8Bytes(@event, name.Type, Json.Options));
    }

    /// <summary>The event in an envelope; null when its payload was erased by law.</summary>
    /// <exception cref="JournalFormatException">A name this program does not know: the journal is newer than the program.</exception>
    public object? Read(Envelope envelope)
    {
        if (!byName.TryGetValue(envelope.Name, out var name))
        {
            throw new JournalFormatException($"Event {envelope.Name} at position {envelope.Position} is not known to this version of Sojourn. Start a newer version.");
        }

        return envelope.Payload is { } payload ? JsonSerializer.Deserialize(payload.Span, name.Type, Json.Options) : null;
    }
}
