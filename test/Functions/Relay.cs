using System.Net;
using System.Net.Sockets;

namespace Vts.Functions.Tests;

/// <summary>Stands between a function and what it asks, and can cut every connection, or take no new ones.</summary>
internal sealed class Relay : IAsyncDisposable
{
    private readonly Uri _behind;
    private readonly IPEndPoint _place;
    private readonly List<TcpClient> _connections = [];
    private readonly Lock _gate = new();
    private TcpListener? _listener;

    private Relay(Uri behind, IPEndPoint place) => (_behind, _place) = (behind, place);

    public Uri Address => new($"http://{_place}/");

    /// <summary>How many connections were taken so far.</summary>
    public int Taken { get; private set; }

    public static Relay To(Uri behind)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var relay = new Relay(behind, (IPEndPoint)free.LocalEndpoint);
        free.Stop();
        relay.Open();
        return relay;
    }

    /// <summary>Takes connections again.</summary>
    public void Open()
    {
        _listener = new TcpListener(_place);
        _listener.Start();
        _ = TakeAsync(_listener);
    }

    /// <summary>Cuts all connections and refuses new ones.</summary>
    public void Close()
    {
        _listener?.Stop();
        Cut();
    }

    /// <summary>Cuts all connections.</summary>
    public void Cut()
    {
        lock (_gate)
        {
            _connections.ForEach(connection => connection.Dispose());
            _connections.Clear();
        }
    }

    public ValueTask DisposeAsync()
    {
        Close();
        return ValueTask.CompletedTask;
    }

    private async Task TakeAsync(TcpListener listener)
    {
        try
        {
            while (true)
            {
                var caller = await listener.AcceptTcpClientAsync();
                _ = PassAsync(caller);
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
        }
    }

    private async Task PassAsync(TcpClient caller)
    {
        var behind = new TcpClient();
        lock (_gate)
        {
            Taken++;
            _connections.AddRange([caller, behind]);
        }

        try
        {
            await behind.ConnectAsync(_behind.Host, _behind.Port);
            await Task.WhenAny(caller.GetStream().CopyToAsync(behind.GetStream()), behind.GetStream().CopyToAsync(caller.GetStream()));
        }
        catch (Exception cut) when (cut is SocketException or IOException or ObjectDisposedException or InvalidOperationException)
        {
        }
        finally
        {
            caller.Dispose();
            behind.Dispose();
        }
    }
}
