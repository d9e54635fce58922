using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>Who watches. A gap is recorded as it was: nothing here closes it afterwards.</summary>
public static partial class MedicineSession
{
    private static Decision<Event> BeginPresence(Command.BeginPresence begin, State state) =>
        Watching(state, begin.Staff) ? Refuse("presence.here-already", $"{Name(begin.Team, begin.Staff)} is watching already.")
        : MayWatch(begin.Staff, begin.Team) is { } no ? no
        : NotNow(begin.From, begin.At) is { } wrong ? wrong
        : new Event.PresenceBegun(begin.Staff, begin.From);

    private static Decision<Event> EndPresence(Command.EndPresence end, State state) =>
        !Watching(state, end.Staff) ? Refuse("presence.not-here", "This person is not entered as watching.")
        : NotNow(end.To, end.At) is { } wrong ? wrong
        : state.Presence.Any(one => one.Staff == end.Staff && one.To is null && one.From > end.To) ? Refuse("presence.ends-before-it-begins", "The end is earlier than the beginning.")
        : new Event.PresenceEnded(end.Staff, end.To);

    private static Decision<Event> HandOver(Command.HandOver hand, State state)
    {
        if (!Watching(state, hand.From))
        {
            return Refuse("presence.not-here", "Only somebody who watches can hand over.");
        }

        if (MayWatch(hand.To, hand.Team) is { } no)
        {
            return no;
        }

        if (NotNow(hand.HappenedAt, hand.At) is { } wrong)
        {
            return wrong;
        }

        var ended = new Event.PresenceEnded(hand.From, hand.HappenedAt);
        return hand.From == hand.To ? Refuse("presence.same-person", "Choose somebody else to hand over to.")
            : Watching(state, hand.To) ? ended
            : Accept<Event>(new Event.PresenceBegun(hand.To, hand.HappenedAt), ended);
    }

    private static bool Watching(State state, StaffId staff) => state.Presence.Any(one => one.Staff == staff && one.To is null);

    private static RefusedWith? MayWatch(StaffId staff, IReadOnlyList<TeamMember> team) =>
        team.Any(member => member.Id == staff && member.Cares) ? null : Refuse("presence.not-trained", "A therapist, a nurse or a prescriber watches. Choose one of them.");

    private static string Name(IReadOnlyList<TeamMember> team, StaffId staff) => team.FirstOrDefault(member => member.Id == staff)?.Name ?? "This person";
}
