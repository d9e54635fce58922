using System.Collections.Concurrent;
using System.IO.Pipelines;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Sojourn.Web.Devices;

/// <summary>Where monitors connect.</summary>
/// <param name="Address">Addresses of this machine to listen at.</param>
/// <param name="Port">0 takes any that is free.</param>
/// <param name="Silence">A message that has begun and gets no further for so long is given up.</param>
public sealed record MllpSettings(IPAddress Address, int Port, TimeSpan Silence)
{
    public static TimeSpan UsualSilence { get; } = TimeSpan.FromSeconds(30);
}

/// <summary>Takes connections of monitors and keeps them: a monitor connects once and stays. A port that is taken stops the start.</summary>
public sealed class MllpListener(MllpSettings settings, Intake intake, ILogger<MllpListener> log) : BackgroundService
{
    /// <summary>Many more than a clinic has monitors; more are turned away, so that nobody can take the memory.</summary>
    private const int MostConnections = 128;

    private readonly ConcurrentDictionary<Task, TcpClient> open = new();
    private TcpListener? listener;

    /// <summary>The port that is listened at, once started.</summary>
    public int Port => (listener?.LocalEndpoint as IPEndPoint)?.Port ?? 0;

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        listener = new TcpListener(settings.Address, settings.Port);
        listener.Start();
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            while (!stoppingToken.IsCancellationRequested)
            {
                var client = await listener!.AcceptTcpClientAsync(stoppingToken);
                if (open.Count >= MostConnections)
                {
                    log.LogWarning("A monitor was turned away: {Most} are connected.", MostConnections);
                    client.Dispose();
                    continue;
                }

                var serving = Serve(client, stoppingToken);
                open[serving] = client;
                _ = serving.ContinueWith(done => open.TryRemove(done, out _), TaskScheduler.Default);
            }
        }
        catch (OperationCanceledException)
        {
            // The clinic is being stopped.
        }
        finally
        {
            listener!.Stop();
            await Task.WhenAll(open.Keys);
        }
    }

    private async Task Serve(TcpClient client, CancellationToken stopping)
    {
        await Task.Yield();
        using (client)
        {
            client.NoDelay = true;
            var from = (client.Client.RemoteEndPoint as IPEndPoint)?.Address.MapToIPv4().ToString() ?? "";
            try
            {
                await using var stream = client.GetStream();
                await new MllpConnection(PipeReader.Create(stream), PipeWriter.Create(stream), intake, from, settings.Silence).Run(stopping);
            }
            catch (Exception e) when (e is IOException or SocketException or OperationCanceledException or ObjectDisposedException)
            {
                // The monitor went away; it connects again when it has something to say.
            }
            catch (Exception e)
            {
                log.LogError(e, "The connection of {From} broke.", from);
            }
        }
    }
}
