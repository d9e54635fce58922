using Sojourn.Journal.Killing;

namespace Sojourn.Journal.Tests.Sqlite;

[Trait("Category", "Slow")]
public sealed class KillingTheProcess
{
    private const int Rounds = 50;

    [Fact]
    public async Task Killed_50_times_at_random_instants_nothing_acknowledged_is_lost_and_nothing_doubled()
    {
        using var folder = new TemporaryFolder();
        var report = await new KillRounds(folder.File(""), seed: 20261122).Run(Rounds);

        Assert.Empty(report.Faults);
        Assert.Equal(Rounds, report.Rounds);
        Assert.True(report.Acknowledged > 1_000, $"Only {report.Acknowledged} commands were answered: the test shows little.");
    }
}
