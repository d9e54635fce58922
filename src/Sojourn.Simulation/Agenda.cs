namespace Sojourn.Simulation;

/// <summary>
/// Lives that go on side by side on one clock. Each says when it wants to go on; the agenda always wakes the earliest, so what is
/// recorded stands in the order of time.
/// </summary>
public sealed class Agenda(VirtualClock clock)
{
    private readonly PriorityQueue<IAsyncEnumerator<DateTimeOffset>, (DateTimeOffset At, int Order)> waiting = new();
    private int order;

    /// <summary>A life begins at its first awaited instant.</summary>
    public async Task Begin(IAsyncEnumerable<DateTimeOffset> life)
    {
        var steps = life.GetAsyncEnumerator();
        if (await steps.MoveNextAsync())
        {
            waiting.Enqueue(steps, (steps.Current, order++));
        }
    }

    /// <summary>Wakes everybody in turn until this instant; those who want to go on later stop where they are.</summary>
    public async Task RunUntil(DateTimeOffset end, Func<Task> afterEach)
    {
        while (waiting.TryDequeue(out var life, out var when) && when.At <= end)
        {
            clock.Set(when.At);
            if (await life.MoveNextAsync())
            {
                waiting.Enqueue(life, (life.Current, order++));
            }

            await afterEach();
        }

        clock.Set(end);
    }
}
