using static Sojourn.Journal.Tests.Conformance.Journals;

namespace Sojourn.Journal.Tests.Conformance;

public abstract class Concurrency(Store store) : JournalConformance(store)
{
    [Fact]
    public async Task Work_of_many_writers_never_runs_at_the_same_time()
    {
        var running = 0;
        await Many(32, 20, (writer, _) => Journal.Write(NewId(), Nurse, transaction =>
        {
            Assert.Equal(1, Interlocked.Increment(ref running));
            transaction.Append("session/one", transaction.VersionOf("session/one"), [Noted($"{writer}")]);
            Interlocked.Decrement(ref running);
            return true;
        }));

        Assert.Equal(640, (await Journal.ReadStream("session/one")).Count);
        Assert.Null(await Journal.Verify());
    }

    [Fact]
    public async Task Each_writer_hears_only_of_its_own_fault()
    {
        var faults = 0;
        await Many(16, 20, async (writer, turn) =>
        {
            if ((writer + turn) % 4 != 0)
            {
                await Journal.Append($"session/{writer}", Noted());
                return;
            }

            var fault = await Assert.ThrowsAsync<InvalidTimeZoneException>(() => Journal.Write(NewId(), Nurse, transaction =>
            {
                transaction.Append($"session/{writer}", transaction.VersionOf($"session/{writer}"), [Noted()]);
                throw new InvalidTimeZoneException($"{writer}/{turn}");
            }));
            Assert.Equal($"{writer}/{turn}", fault.Message);
            Interlocked.Increment(ref faults);
        });

        Assert.Equal(80, faults);
        Assert.Equal(240, (await Journal.Head()).Position);
        Assert.Null(await Journal.Verify());
    }

    [Fact]
    public async Task A_retried_command_changes_nothing_among_32_writers()
    {
        var ids = Enumerable.Range(0, 200).Select(_ => NewId()).ToArray();
        await Many(32, 100, async (writer, turn) =>
        {
            var id = ids[((writer * 37) + (turn * 11)) % ids.Length];
            var receipt = await Journal.Append(id, $"session/{id}", Noted(), Noted());
            Assert.Equal(receipt.FirstPosition + 1, receipt.LastPosition);
        });

        var byCommand = (await Journal.ReadAll()).GroupBy(envelope => envelope.CommandId).ToList();
        Assert.Equal(200, byCommand.Count);
        Assert.All(byCommand, events => Assert.Equal(2, events.Count()));
        Assert.Null(await Journal.Verify());
    }

    [Fact]
    public async Task Readers_see_whole_commands_while_others_write()
    {
        using var done = new CancellationTokenSource();
        var reading = Task.Run(async () =>
        {
            while (!done.IsCancellationRequested)
            {
                Assert.Equal(0, (await Journal.Read(0, int.MaxValue)).Count % 3);
            }
        });
        await Many(8, 25, (writer, _) => Journal.Append($"session/{writer}", Noted(), Noted(), Noted()));
        await done.CancelAsync();
        await reading;
    }

    private static Task Many(int writers, int turns, Func<int, int, Task> act) => Task.WhenAll(Enumerable.Range(0, writers).Select(writer => Task.Run(async () =>
    {
        for (var turn = 0; turn < turns; turn++)
        {
            await act(writer, turn);
        }
    })));
}
