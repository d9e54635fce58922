using System.Collections.Immutable;
using System.Diagnostics;

namespace Sojourn.Domain.Consents;

public static partial class Consent
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Given e => new(state.Given.SetItem(e.Document, new Signed(e.Version, e.TextSha256, Withdrawn: false))),
        Event.Withdrawn e => new(state.Given.SetItem(e.Document, state.Given[e.Document] with { Withdrawn = true })),
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    /// <param name="Given">The last signature of each document, by its id.</param>
    public sealed record State(ImmutableDictionary<string, Signed> Given)
    {
        public static State Initial { get; } = new(ImmutableDictionary<string, Signed>.Empty);

        /// <summary>True when this very text is signed and not withdrawn.</summary>
        public bool IsCurrent(string document, int version, string sha256) =>
            Given.TryGetValue(document, out var signed) && !signed.Withdrawn && signed.Version == version && signed.Sha256 == sha256;
    }

    public sealed record Signed(int Version, string Sha256, bool Withdrawn);
}
