using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sojourn.Clinic.Running;

namespace Sojourn.Web.Hosting;

/// <summary>Wakes the reactor after commits, and once at the start for what a crash left over.</summary>
internal sealed class ReactorLoop(Runner runner, Reactor reactor, ILogger<ReactorLoop> log) : BackgroundService
{
    private readonly Channel<long> commits = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        runner.Journal.Committed += Wake;
        commits.Writer.TryWrite(0);
        try
        {
            await foreach (var _ in commits.Reader.ReadAllAsync(stoppingToken))
            {
                await CatchUp(stoppingToken);
            }
        }
        finally
        {
            runner.Journal.Committed -= Wake;
        }
    }

    private void Wake(long position) => commits.Writer.TryWrite(position);

    private async Task CatchUp(CancellationToken stopping)
    {
        try
        {
            await reactor.CatchUp(cancellation: stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Reactions stopped; they go on at the next commit.");
        }
    }
}

internal static class LogWords
{
    internal static void Say(this ILogger log, string sentence) => log.LogWarning("{Sentence}", sentence);
}
