namespace Sojourn.Domain.Scheduling;

/// <summary>Where each step of a series could begin, worked out once for rooms, person and each member of staff.</summary>
internal sealed class SeriesOpenings
{
    private readonly Dictionary<SeriesStep, SlotSet> place = [];
    private readonly Dictionary<(SeriesStep Step, int Member), SlotSet> with = [];

    public SeriesOpenings(Series series)
    {
        Series = series;
        Steps = [.. series.Before.Append(series.Session).Concat(series.After is { } after ? [after] : []).Distinct()];
        foreach (var step in Steps)
        {
            place[step] = PlaceOf(step);
            foreach (var one in step.Needs.SelectMany(need => need).Distinct())
            {
                with[(step, one)] = series.Staff[one].Beginnings(step.Slots);
            }
        }

        Needs = [.. Steps.SelectMany(step => step.Needs).Select(Teams.Of).Distinct()];
        Everybody = Needs.Aggregate(0UL, (all, need) => all | need);
    }

    public Series Series { get; }

    /// <summary>The different steps.</summary>
    public IReadOnlyList<SeriesStep> Steps { get; }

    /// <summary>Who could meet each need, each set once.</summary>
    public IReadOnlyList<ulong> Needs { get; }

    /// <summary>Everybody who could be of use.</summary>
    public ulong Everybody { get; }

    /// <summary>Where a step can begin with nobody but this team.</summary>
    public SlotSet Beginnings(SeriesStep step, ulong team)
    {
        if (step.Needs.Count == 0)
        {
            return place[step];
        }

        SlotSet? any = null;
        foreach (var staffed in Staffed(step, 0, team, place[step]))
        {
            any = any is null ? staffed : any.Or(staffed);
        }

        return any ?? new SlotSet(Series.Grid.Slots);
    }

    public int? RoomAt(SeriesStep step, int slot) =>
        step.Rooms.Count == 0 ? null : step.Rooms.First(room => Series.Rooms[room].Beginnings(step)[slot]);

    /// <summary>Who of the team is there, one for each need in its order.</summary>
    public IReadOnlyList<int> StaffAt(SeriesStep step, int slot, ulong team) => Named(step, 0, slot, team) ?? [];

    private SlotSet PlaceOf(SeriesStep step)
    {
        var person = (step.Only is { } only ? Series.Person.And(only) : Series.Person).Beginnings(step.Slots);
        var rooms = step.Rooms.Select(room => Series.Rooms[room].Beginnings(step)).ToList();
        return rooms.Count == 0 ? person : person.And(rooms.Aggregate((one, other) => one.Or(other)));
    }

    /// <summary>One set for each way in which different members of the team meet the needs from one on.</summary>
    private IEnumerable<SlotSet> Staffed(SeriesStep step, int need, ulong team, SlotSet open)
    {
        if (need == step.Needs.Count)
        {
            yield return open;
            yield break;
        }

        foreach (var one in step.Needs[need].Where(one => (team >> one & 1) != 0))
        {
            var still = open.And(with[(step, one)]);
            if (!still.IsEmpty)
            {
                foreach (var whole in Staffed(step, need + 1, team & ~(1UL << one), still))
                {
                    yield return whole;
                }
            }
        }
    }

    private List<int>? Named(SeriesStep step, int need, int slot, ulong team)
    {
        if (need == step.Needs.Count)
        {
            return [];
        }

        foreach (var one in step.Needs[need].Where(one => (team >> one & 1) != 0 && with[(step, one)][slot]))
        {
            if (Named(step, need + 1, slot, team & ~(1UL << one)) is { } rest)
            {
                rest.Insert(0, one);
                return rest;
            }
        }

        return null;
    }
}
