using Sojourn.Journal;

namespace Sojourn.Clinic.Running;

/// <summary>
/// "This happened, so ask for that." A reaction reads one event and works at a desk of its own; its command id follows from the
/// reaction's name and the event's position, so that a crash forgets none and doubles none.
/// </summary>
/// <param name="name">Kebab-case; never changes, for the command ids follow from it.</param>
public abstract class Reaction(string name)
{
    private readonly Dictionary<string, Action<object, Origin, Desk>> steps = new(StringComparer.Ordinal);
    private bool defined;

    public string Name => name;

    internal static IReadOnlyList<Reaction> Shipped { get; } = FoundByType.Made<Reaction>();

    protected abstract void Define();

    protected void On<TEvent>(Action<TEvent, Origin, Desk> ask)
        where TEvent : class =>
        steps[EventRegistry.Shipped.NameOf(typeof(TEvent)).Name] = (e, origin, desk) => ask((TEvent)e, origin, desk);

    internal bool ReactsTo(Envelope envelope) => Steps.ContainsKey(envelope.Name);

    internal Action<Desk>? To(Envelope envelope) => Steps.TryGetValue(envelope.Name, out var ask) && EventRegistry.Shipped.Read(envelope) is { } e
        ? desk => ask(e, new Origin(Projection.IdOf(envelope.Stream), envelope.Position, envelope.RecordedAt, Actor.Read(envelope.Actor)), desk)
        : null;

    private Dictionary<string, Action<object, Origin, Desk>> Steps
    {
        get
        {
            lock (steps)
            {
                if (!defined)
                {
                    Define();
                    defined = true;
                }
            }

            return steps;
        }
    }
}
