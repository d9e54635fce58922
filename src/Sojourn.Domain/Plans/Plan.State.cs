using System.Collections.Immutable;
using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Plans;

public static partial class Plan
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.GoalSet e => state with { Goals = state.Goals.SetItem(e.Goal, e.Words) },
        Event.GoalDropped e => state with { Goals = state.Goals.Remove(e.Goal) },
        Event.VersionProposed e => state with
        {
            Latest = e.Version,
            Versions = state.Versions.SetItem(e.Version, new Version(e.Team, [.. e.AgreementOf], [])),
        },
        Event.ChangeSuggested e => state with { Suggestions = state.Suggestions.SetItem(e.Suggestion, false) },
        Event.SuggestionAnswered e => state with { Suggestions = state.Suggestions.SetItem(e.Suggestion, true) },
        Event.Agreed e => state.Having(e.Version, version => version with { Agreed = version.Agreed.Add(e.Party) }),
        Event.AgreementWithdrawn e => state.Having(e.Version, version => version with { Agreed = version.Agreed.Remove(e.Party) }) with
        {
            Active = state.Active == e.Version ? null : state.Active,
        },
        Event.Activated e => state with { Active = e.Version },
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    /// <param name="Latest">Number of the last version proposed; 0 before the first.</param>
    /// <param name="Active">The version in force; null while none is.</param>
    /// <param name="Suggestions">Every suggestion, and whether it was answered.</param>
    public sealed record State(
        int Latest,
        int? Active,
        ImmutableDictionary<int, Version> Versions,
        ImmutableDictionary<GoalId, string> Goals,
        ImmutableDictionary<SuggestionId, bool> Suggestions)
    {
        public static State Initial { get; } =
            new(0, null, ImmutableDictionary<int, Version>.Empty, ImmutableDictionary<GoalId, string>.Empty, ImmutableDictionary<SuggestionId, bool>.Empty);

        internal State Having(int number, Func<Version, Version> change) => this with { Versions = Versions.SetItem(number, change(Versions[number])) };
    }

    /// <summary>What of a version later decisions need.</summary>
    public sealed record Version(PlanTeam Team, ImmutableHashSet<Party> AgreementOf, ImmutableHashSet<Party> Agreed)
    {
        /// <summary>Who has still to agree.</summary>
        public ImmutableHashSet<Party> Missing => AgreementOf.Except(Agreed);

        internal StaffId? Named(Party party) => party switch
        {
            Party.Therapist => Team.Therapist,
            Party.Prescriber => Team.Prescriber,
            _ => null,
        };
    }
}
