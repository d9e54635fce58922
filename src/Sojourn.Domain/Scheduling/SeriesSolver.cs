namespace Sojourn.Domain.Scheduling;

/// <summary>
/// Finds the times of a whole series: fewest windows broken, then fewest different staff, then earliest.
/// Everybody together breaks the fewest windows that anybody can; then the smallest team is looked for that breaks no more, and among teams of that size the earliest series.
/// </summary>
public static class SeriesSolver
{
    /// <summary>So many teams are tried before the smallest that was found stands. Above it the team may be larger than needed; the windows broken are always fewest.</summary>
    private const int MostTeams = 40_000;

    /// <summary>Null where the series has no place in the days of the grid; <see cref="WhyNot"/> says which part has none.</summary>
    public static SeriesPlan? Best(Series series)
    {
        var openings = new SeriesOpenings(series);
        var everybody = openings.Everybody;
        if (FewestBreaks(openings, everybody) is not { } loosest)
        {
            return null;
        }

        SeriesTimes? best = null;
        ulong bestTeam = 0;
        var tried = 0;
        foreach (var team in Teams.OfGrowingSize(everybody, openings.Needs))
        {
            if (best is not null && ulong.PopCount(team) > ulong.PopCount(bestTeam))
            {
                break;
            }

            if (++tried > MostTeams)
            {
                break;
            }

            if (Times(openings, team, loosest.Breaks, best?.Earliness ?? long.MaxValue) is { } times)
            {
                (best, bestTeam) = (times, team);
            }
        }

        return best is null ? Shrunk(openings, everybody, loosest) : Plan(openings, bestTeam, best);
    }

    /// <summary>The first part of a series that has no beginning at all, whatever the day: its room, its staff or the person is never free for so long. Null where every part has one alone.</summary>
    public static SeriesStep? WhyNot(Series series)
    {
        var openings = new SeriesOpenings(series);
        return openings.Steps.FirstOrDefault(step => openings.Beginnings(step, openings.Everybody).First(series.From) < 0);
    }

    private static SeriesTimes? FewestBreaks(SeriesOpenings openings, ulong everybody)
    {
        var mostThatCanBreak = (2 * openings.Series.Count) + 2;
        return Enumerable.Range(0, mostThatCanBreak + 1).Select(most => Times(openings, everybody, most, long.MaxValue)).FirstOrDefault(times => times is not null);
    }

    private static SeriesTimes? Times(SeriesOpenings openings, ulong team, int mostBreaks, long below)
    {
        var search = new SeriesSearch(openings, team);
        return search.CanBegin ? search.Earliest(mostBreaks, below) : null;
    }

    /// <summary>Takes one after another out of everybody, for as long as no more windows break.</summary>
    private static SeriesPlan Shrunk(SeriesOpenings openings, ulong everybody, SeriesTimes loosest)
    {
        var (team, times) = (everybody, loosest);
        foreach (var one in Teams.Members(everybody))
        {
            if (Times(openings, team & ~(1UL << one), loosest.Breaks, long.MaxValue) is { } without)
            {
                (team, times) = (team & ~(1UL << one), without);
            }
        }

        return Plan(openings, team, times);
    }

    private static SeriesPlan Plan(SeriesOpenings openings, ulong team, SeriesTimes times)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var steps = times.Steps
            .Select(at => new PlacedStep(at.Step, numbers[at.Step.Type] = numbers.GetValueOrDefault(at.Step.Type) + 1, at.Slot, openings.RoomAt(at.Step, at.Slot), openings.StaffAt(at.Step, at.Slot, team)))
            .ToList();
        return new(steps, times.Breaks, steps.SelectMany(step => step.Staff).Distinct().Count(), times.Earliness);
    }
}
