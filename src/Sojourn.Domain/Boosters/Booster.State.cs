using System.Collections.Immutable;
using System.Diagnostics;
using Sojourn.Domain.Kernel;

namespace Sojourn.Domain.Boosters;

public static partial class Booster
{
    public static State Evolve(State state, Event @event) => @event switch
    {
        Event.Proposed e => new(state.Rounds.Add(new Round(e.Number, e.Step, e.LastMedicineOn, [.. e.DecidedBy], [], Standing.Open))),
        Event.Decided { Yes: true } e => state.Having(e.Number, round => round with { Yes = round.Yes.Add(e.Party) }),
        Event.Decided e => state.Having(e.Number, round => round with { Yes = round.Yes.Remove(e.Party) }),
        Event.Agreed e => state.Having(e.Number, round => round with { Standing = Standing.Agreed }),
        Event.Declined e => state.Having(e.Number, round => round with { Standing = Standing.Declined }),
        _ => throw new UnreachableException($"{@event} is not folded"),
    };

    /// <param name="Rounds">Every booster proposed, oldest first; its number is its place, from 1.</param>
    public sealed record State(ImmutableList<Round> Rounds)
    {
        public static State Initial { get; } = new(ImmutableList<Round>.Empty);

        public Round? Last => Rounds.Count > 0 ? Rounds[^1] : null;

        internal State Having(int number, Func<Round, Round> change) => new(Rounds.SetItem(number - 1, change(Rounds[number - 1])));
    }

    public sealed record Round(int Number, string Step, DateOnly LastMedicineOn, ImmutableHashSet<Party> DecidedBy, ImmutableHashSet<Party> Yes, Standing Standing)
    {
        /// <summary>Who has still to decide.</summary>
        public ImmutableHashSet<Party> Missing => DecidedBy.Except(Yes);
    }

    public enum Standing
    {
        Open,
        Agreed,
        Declined,
    }
}
