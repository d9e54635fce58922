using System.Threading.Channels;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Sojourn.Clinic.Running;

namespace Sojourn.Web.Hosting;

/// <summary>Wakes the reactor after commits, when a reaction that failed is due again, and once at the start for what a crash left over.</summary>
internal sealed class ReactorLoop(Runner runner, Reactor reactor, ILogger<ReactorLoop> log) : BackgroundService
{
    private readonly Channel<long> commits = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        runner.Journal.Committed += Wake;
        try
        {
            while (true)
            {
                await Sleep(await CatchUp(stoppingToken), stoppingToken);
            }
        }
        finally
        {
            runner.Journal.Committed -= Wake;
        }
    }

    private void Wake(long position) => commits.Writer.TryWrite(position);

    /// <summary>Until the next commit or this hour, whichever comes first.</summary>
    private async Task Sleep(DateTimeOffset? due, CancellationToken stopping)
    {
        using var wake = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        if (due is { } hour)
        {
            wake.CancelAfter(hour > runner.Now ? hour - runner.Now : TimeSpan.Zero);
        }

        try
        {
            await commits.Reader.ReadAsync(wake.Token);
        }
        catch (OperationCanceledException) when (!stopping.IsCancellationRequested)
        {
            // The hour has come.
        }
    }

    private async Task<DateTimeOffset?> CatchUp(CancellationToken stopping)
    {
        try
        {
            return await reactor.CatchUp(cancellation: stopping);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            log.LogError(e, "Reactions stopped; they go on at the next commit.");
            return null;
        }
    }
}

internal static class LogWords
{
    internal static void Say(this ILogger log, string sentence) => log.LogWarning("{Sentence}", sentence);
}
