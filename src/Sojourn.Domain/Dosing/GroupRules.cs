using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Dosing;

/// <summary>A session beside this one: the same room, the same day, and the person is still there.</summary>
/// <param name="Name">As the staff know the person: "RUIZ, Ana".</param>
/// <param name="RedAlerts">Open alerts of level red or emergency.</param>
/// <param name="Watching">Who watches in that session.</param>
public sealed record Neighbour(SessionId Session, string Name, bool UnderMedicine, IReadOnlyList<OpenAlert> RedAlerts, IReadOnlyList<StaffId> Watching);

/// <param name="Number">Within its session.</param>
public sealed record OpenAlert(string Code, int Number);

/// <summary>The group that a person is in, as the decision on a dose needs it.</summary>
/// <param name="Needs">Staff of this kind of session, as the programme says; those for every so many people count here.</param>
public sealed record GroupFacts(IReadOnlyList<Neighbour> Neighbours, IReadOnlyList<StaffNeed> Needs)
{
    public static GroupFacts Alone { get; } = new([], []);
}

/// <summary>How many of a role watch in a room, and how many the programme asks for with so many people under medicine.</summary>
public sealed record ObserverCount(StaffNeed Need, int Present, int Needed)
{
    public bool Holds => Present >= Needed;

    /// <summary>"nurse or prescriber".</summary>
    public string Who => Need.Role == Roles.Nurse ? "nurse or prescriber" : Need.Role;
}

/// <summary>What a group asks of every dose: no red alert of anybody in the room, and enough people who watch.</summary>
public static class GroupRules
{
    /// <param name="people">Under medicine at the same time.</param>
    /// <param name="watching">Presence open in any session of the room; each counts once.</param>
    public static IReadOnlyList<ObserverCount> Observers(IEnumerable<StaffNeed> needs, int people, IEnumerable<StaffId> watching, IReadOnlyList<TeamMember> team)
    {
        var here = watching.Distinct().Select(id => team.FirstOrDefault(member => member.Id == id)).OfType<TeamMember>().ToList();
        return [.. needs.Where(need => need.PerPatients is not null).Select(need => new ObserverCount(need, here.Count(member => Counts(member, need.Role)), people == 0 ? 0 : need.For(people)))];
    }

    internal static IEnumerable<Refusal> Against(GroupFacts group, IReadOnlyList<TeamMember> team, SessionId session, IEnumerable<StaffId> watching)
    {
        foreach (var (neighbour, alert) in group.Neighbours.SelectMany(one => one.RedAlerts.Select(alert => (one, alert))))
        {
            yield return new(
                "dosing.alert-beside",
                $"Alert {alert.Code} of {neighbour.Name} in this room is open. Nothing is given in the room until it is closed.",
                new Remedy($"To alert {alert.Code} of {neighbour.Name}", $"sessions/{neighbour.Session.Value:D}/room#alert-{alert.Number}"));
        }

        var others = group.Neighbours.Count(one => one.UnderMedicine);
        if (others == 0)
        {
            yield break;
        }

        foreach (var count in Observers(group.Needs, others + 1, watching.Concat(group.Neighbours.SelectMany(one => one.Watching)), team).Where(count => !count.Holds))
        {
            yield return new(
                "dosing.too-few-observers",
                $"With this dose {others + 1} people are under medicine in the room: that takes {count.Needed} entered as watching who are {count.Who}, and there {(count.Present == 1 ? "is" : "are")} {count.Present}.",
                new Remedy("Who watches", $"sessions/{session.Value:D}/room#presence"));
        }
    }

    /// <summary>A prescriber is as qualified as a nurse.</summary>
    private static bool Counts(TeamMember member, string role) => member.Is(role) || (role == Roles.Nurse && member.Is(Roles.Prescriber));
}
