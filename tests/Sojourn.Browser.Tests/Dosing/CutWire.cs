using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Sojourn.Browser.Tests.Dosing;

/// <summary>The cable between a tablet and the clinic, which can be cut and mended: real connections that really break, for pages and workers alike.</summary>
internal sealed class CutWire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> open = new();
    private readonly int clinic;
    private volatile bool cut;

    internal CutWire(Uri clinic)
    {
        this.clinic = clinic.Port;
        listener.Start();
        _ = Listen();
    }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}/");

    public void Cut()
    {
        cut = true;
        Close();
    }

    public void Mend() => cut = false;

    public void Dispose()
    {
        cut = true;
        listener.Stop();
        Close();
    }

    private void Close()
    {
        foreach (var socket in open.Keys)
        {
            socket.Dispose();
        }
    }

    private async Task Listen()
    {
        try
        {
            while (true)
            {
                _ = Carry(await listener.AcceptSocketAsync());
            }
        }
        catch (Exception e) when (e is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task Carry(Socket tablet)
    {
        using var server = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using (tablet)
        {
            open[tablet] = open[server] = true;
            try
            {
                if (!cut)
                {
                    await server.ConnectAsync(IPAddress.Loopback, clinic);
                    using var there = new NetworkStream(server);
                    using var here = new NetworkStream(tablet);
                    await Task.WhenAny(here.CopyToAsync(there), there.CopyToAsync(here));
                }
            }
            catch (Exception e) when (e is IOException or SocketException or ObjectDisposedException)
            {
                // Cut.
            }
            finally
            {
                open.TryRemove(tablet, out _);
                open.TryRemove(server, out _);
            }
        }
    }
}
