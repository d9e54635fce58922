using Sojourn.Clinic.Running;

namespace Sojourn.Simulation.Demo;

/// <summary>
/// The demo clinic: nine months of an invented clinic's life, played through the real commands on a virtual clock until eleven o'clock of its today.
/// The same seed and the same day give the same clinic.
/// </summary>
public static class DemoClinic
{
    /// <summary>How many patients the demo has.</summary>
    public const int People = 60;

    /// <summary>The wall clock of the demo's today when it opens.</summary>
    public static DateTimeOffset Opens(DateOnly today) => World.At(today, 11, 6);

    /// <summary>Days from the story's beginning to its today.</summary>
    internal const int DaysLived = 310;

    /// <summary>When its story begins; a clock for it starts here.</summary>
    public static DateTimeOffset Begins(DateOnly today) => World.At(today.AddDays(-DaysLived), 8);

    /// <summary>The last working day up to a date.</summary>
    public static DateOnly TodayFor(DateOnly date) => date.DayOfWeek switch
    {
        DayOfWeek.Saturday => date.AddDays(-1),
        DayOfWeek.Sunday => date.AddDays(-2),
        _ => date,
    };

    /// <summary>Plays the clinic into a journal that has nothing in it yet.</summary>
    /// <param name="people">Fewer are made faster; those whose day is today, and somebody at each stage, are among the first 30.</param>
    /// <returns>What was refused on the way, by code, for whoever wants to look.</returns>
    public static async Task<(World World, IReadOnlyDictionary<string, int> Refused)> Make(Runner runner, VirtualClock clock, DateOnly today, int seed, int people = People)
    {
        var world = new World(runner, clock, seed);
        await world.Found();
        using var reactor = new Reactor(runner, _ => { });
        var agenda = new Agenda(clock);
        foreach (var part in Cast.All(new Dice(seed + 1), people))
        {
            var life = new Life(world, part, today);
            await agenda.Begin(life.Lived());
            await agenda.Begin(life.Morning());
            await agenda.Begin(life.Review());
            await agenda.Begin(life.Seeking());
        }

        await agenda.Begin(new Rounds(world, DateOnly.FromDateTime(Begins(today).UtcDateTime), today).Lived());
        await agenda.RunUntil(Opens(today), () => reactor.CatchUp(keepPlace: false));
        await DemoWaiting.Fill(world);
        await DemoLanes.Fill(world);
        await DemoReviews.Fill(world);
        await reactor.CatchUp();
        if (reactor.Stuck.FirstOrDefault() is { } stuck)
        {
            throw new InvalidOperationException($"Reaction {stuck.Reaction} to {stuck.Event} at position {stuck.Position} does not go through: {stuck.Why}");
        }

        return (world, world.Refused);
    }
}
