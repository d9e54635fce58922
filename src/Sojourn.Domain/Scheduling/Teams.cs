namespace Sojourn.Domain.Scheduling;

/// <summary>Members of staff as bits of one word.</summary>
internal static class Teams
{
    public static ulong Of(IEnumerable<int> members) => members.Aggregate(0UL, (team, one) => team | (1UL << one));

    public static IEnumerable<int> Members(ulong team)
    {
        for (; team != 0; team &= team - 1)
        {
            yield return (int)ulong.TrailingZeroCount(team);
        }
    }

    /// <summary>Every team that has somebody for each need, the smallest first.</summary>
    /// <param name="needs">For each need of each step, who could.</param>
    public static IEnumerable<ulong> OfGrowingSize(ulong everybody, IReadOnlyList<ulong> needs)
    {
        var members = Members(everybody).ToArray();
        return Enumerable.Range(0, members.Length + 1).SelectMany(size => OfSize(members, 0, size, 0, needs));
    }

    private static IEnumerable<ulong> OfSize(int[] members, int from, int left, ulong team, IReadOnlyList<ulong> needs)
    {
        if (left == 0)
        {
            return needs.All(need => (need & team) != 0) ? [team] : [];
        }

        return Chosen(members, from, left, team, needs);
    }

    private static IEnumerable<ulong> Chosen(int[] members, int from, int left, ulong team, IReadOnlyList<ulong> needs)
    {
        for (var next = from; next <= members.Length - left; next++)
        {
            foreach (var whole in OfSize(members, next + 1, left - 1, team | (1UL << members[next]), needs))
            {
                yield return whole;
            }
        }
    }
}
