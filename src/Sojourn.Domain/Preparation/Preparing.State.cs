using System.Collections.Immutable;
using System.Diagnostics;

namespace Sojourn.Domain.Preparation;

public static partial class Preparing
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.ItemDone e => state with { Done = state.Done.SetItem(e.Item, new Line(e.Version, e.Words)) },
        Event.ItemUndone e => state with { Done = state.Done.Remove(e.Item) },
        Event.IntentionSet e => state with { Intention = e.Words, Helps = [.. e.Helps] },
        Event.DirectiveSaid e => state with { Directive = e.Choices, DirectiveVersion = e.Version },
        Event.UnderstandingAnswered e => state.Reading(e.PageVersion) is var reading && e.Right ? reading with { Right = reading.Right.Add(e.Question) } : reading,
        Event.Understood e => state with { UnderstoodVersion = e.PageVersion },
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    /// <param name="Done">Checklist lines that are done, with the version that was read and what was said.</param>
    /// <param name="PageVersion">The version of the page that <paramref name="Right"/> is about; 0 before the first answer.</param>
    /// <param name="Right">Questions answered rightly at least once.</param>
    /// <param name="UnderstoodVersion">The last version understood in full; null while none was.</param>
    public sealed record State(
        ImmutableDictionary<string, Line> Done,
        string? Intention,
        ImmutableList<string> Helps,
        int PageVersion,
        ImmutableHashSet<string> Right,
        int? UnderstoodVersion)
    {
        /// <summary>Null while nobody has asked.</summary>
        public Directive? Directive { get; init; }

        public int DirectiveVersion { get; init; }

        public static State Initial { get; } = new(ImmutableDictionary<string, Line>.Empty, null, [], 0, [], null);

        /// <summary>A new version of the page starts without answers.</summary>
        internal State Reading(int version) => PageVersion == version ? this : this with { PageVersion = version, Right = [] };
    }

    public sealed record Line(int Version, string? Words);
}
