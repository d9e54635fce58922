using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Sojourn.Clinic.Running;
using Sojourn.Web.Hosting;

namespace Sojourn.Web.Dosing;

/// <summary>Tells open room pages which sessions changed: reads what was committed once for all of them.</summary>
internal sealed class RoomChanges(Runner runner, IHostApplicationLifetime lifetime) : BackgroundService, ISliceServices
{
    private const int Page = 500;

    private readonly Channel<long> commits = Channel.CreateBounded<long>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
    private readonly ConcurrentDictionary<Watcher, IReadOnlyList<string>> watchers = new();

    /// <summary>The server closes: streams end, so that it need not wait for them.</summary>
    public CancellationToken Stopping => lifetime.ApplicationStopping;

    public static void Add(IServiceCollection services)
    {
        services.AddSingleton<RoomChanges>();
        services.AddHostedService(provider => provider.GetRequiredService<RoomChanges>());
    }

    /// <param name="sessions">One room page's session, or all of a floor.</param>
    public Watcher Watch(params IEnumerable<Guid> sessions)
    {
        var watcher = new Watcher(this);
        watchers[watcher] = [.. sessions.Select(session => $"{session:D}")];
        return watcher;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var reached = (await runner.Journal.Head(stoppingToken)).Position;
        runner.Journal.Committed += Wake;
        try
        {
            await foreach (var _ in commits.Reader.ReadAllAsync(stoppingToken))
            {
                reached = await Tell(reached, stoppingToken);
            }
        }
        finally
        {
            runner.Journal.Committed -= Wake;
        }
    }

    private void Wake(long position) => commits.Writer.TryWrite(position);

    private async Task<long> Tell(long after, CancellationToken stopping)
    {
        if (watchers.IsEmpty)
        {
            return (await runner.Journal.Head(stopping)).Position;
        }

        while (await runner.Journal.Read(after, Page, stopping) is { Count: > 0 } envelopes)
        {
            after = envelopes[^1].Position;
            var changed = envelopes.Select(envelope => envelope.Stream[(envelope.Stream.LastIndexOf('/') + 1)..]).ToHashSet(StringComparer.Ordinal);
            foreach (var (watcher, sessions) in watchers)
            {
                if (sessions.Any(changed.Contains))
                {
                    watcher.Wake();
                }
            }
        }

        return after;
    }

    /// <summary>One open page. Changes that come while it is being told are told once more, not once each.</summary>
    internal sealed class Watcher(RoomChanges room) : IDisposable
    {
        private readonly Channel<bool> woken = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });

        public void Wake() => woken.Writer.TryWrite(true);

        /// <returns>True when something changed; false when nothing did for so long.</returns>
        public async Task<bool> Next(TimeSpan atMost, CancellationToken gone)
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(gone, room.Stopping);
            limit.CancelAfter(atMost);
            try
            {
                return await woken.Reader.ReadAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                return false;
            }
        }

        public void Dispose() => room.watchers.TryRemove(this, out _);
    }
}
