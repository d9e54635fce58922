using System.Collections.Immutable;
using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Publishing;

public static partial class ProgrammeVersions
{
    /// <summary>Somebody's word, as what they gave it.</summary>
    public sealed record Word(string As, StaffId By, int Cap);

    /// <param name="Draft">Null where nothing is being changed.</param>
    /// <param name="Approvals">Of the draft as it stands.</param>
    /// <param name="Pilots">Words on opening a pilot that is not open with that cap yet, by version.</param>
    public sealed record State(
        string? Programme,
        string? Draft,
        ImmutableList<Word> Approvals,
        ImmutableHashSet<int> Tried,
        ImmutableDictionary<int, ImmutableList<Word>> Pilots,
        ImmutableDictionary<int, int> Caps,
        ImmutableHashSet<int> Withdrawn,
        StaffId? TherapyLead,
        StaffId? MedicalLead)
    {
        public static State Initial { get; } = new(
            null, null, [], [], ImmutableDictionary<int, ImmutableList<Word>>.Empty, ImmutableDictionary<int, int>.Empty, [], null, null);
    }

    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.DraftSaved e => state with { Programme = e.Programme, Draft = e.Text, Approvals = [] },
        Event.DraftDropped => state with { Draft = null, Approvals = [] },
        Event.LeadsNamed e => state with { Programme = e.Programme, TherapyLead = e.Therapy, MedicalLead = e.Medical },
        Event.Approved e => state with { Approvals = state.Approvals.Add(new(e.As, e.By, 0)) },
        Event.Published e => state with { Programme = e.Programme, Draft = null, Approvals = [] },
        Event.Tried e => state with { Tried = state.Tried.Add(e.Version) },
        Event.PilotAgreed e => state with { Pilots = state.Pilots.SetItem(e.Version, WithWord(state, e)) },
        Event.PilotOpened e => state with { Pilots = state.Pilots.Remove(e.Version), Caps = state.Caps.SetItem(e.Version, e.Cap) },
        Event.Withdrawn e => state with { Withdrawn = state.Withdrawn.Add(e.Version) },
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    private static ImmutableList<Word> WithWord(State state, Event.PilotAgreed agreed) =>
        state.Pilots.GetValueOrDefault(agreed.Version, []).RemoveAll(word => word.As == agreed.As).Add(new(agreed.As, agreed.By, agreed.Cap));
}
