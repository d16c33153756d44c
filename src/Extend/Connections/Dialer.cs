using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Extend.Connections;

/// <summary>
/// Opens connections, some of them ahead of need: those are secured but have asked nothing yet, and the next request to the same
/// place takes them. A process that is about to be asked spends its idle start on the handshake.
/// </summary>
public sealed class Dialer(TimeProvider time) : IDisposable
{
    // A peer may close a connection that says nothing.
    private static readonly TimeSpan FreshFor = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<DnsEndPoint, (Stream Connection, DateTimeOffset Opened)> _ahead = new();

    /// <summary>Opens a connection to be taken by the next request to this address.</summary>
    /// <exception cref="Exception">It cannot be opened: a socket's, a handshake's or a cancellation's.</exception>
    public async Task OpenAheadAsync(Uri address, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(address);
        var place = new DnsEndPoint(address.IdnHost, address.Port);
        var connection = await OpenAsync(place, cancellationToken);
        if (address.Scheme == Uri.UriSchemeHttps)
        {
            connection = await SecureAsync(connection, address.IdnHost, cancellationToken);
        }

        Replace(place, connection);
    }

    /// <summary>The connection opened ahead to this place, or a new one; for <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    public ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        if (!_ahead.TryRemove(context.DnsEndPoint, out var ahead))
        {
            return OpenAsync(context.DnsEndPoint, cancellationToken);
        }

        if (time.GetUtcNow() - ahead.Opened < FreshFor)
        {
            return new(ahead.Connection);
        }

        ahead.Connection.Dispose();
        return OpenAsync(context.DnsEndPoint, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, ahead) in _ahead)
        {
            ahead.Connection.Dispose();
        }
    }

    private void Replace(DnsEndPoint place, Stream connection)
    {
        if (_ahead.TryRemove(place, out var older))
        {
            older.Connection.Dispose();
        }

        _ahead[place] = (connection, time.GetUtcNow());
    }

    private static async ValueTask<Stream> OpenAsync(DnsEndPoint place, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static async Task<Stream> SecureAsync(Stream connection, string host, CancellationToken cancellationToken)
    {
        var secured = new SslStream(connection);
        try
        {
            await secured.AuthenticateAsClientAsync(
                new SslClientAuthenticationOptions { TargetHost = host, ApplicationProtocols = [SslApplicationProtocol.Http2, SslApplicationProtocol.Http11] },
                cancellationToken);
            return secured;
        }
        catch
        {
            await secured.DisposeAsync();
            throw;
        }
    }
}
