using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Vts.Bench.Lambda;

/// <summary>Speaks TLS before something on this machine that does not, as everything on AWS does.</summary>
internal sealed class TlsFront : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _closing = new();
    private readonly SslStreamCertificateContext _certificate;
    private readonly Uri _behind;
    private readonly Task _accepting;

    public TlsFront(Uri behind, X509Certificate2 certificate)
    {
        _behind = behind;
        _certificate = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri Address => new($"https://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await _accepting;
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        var open = new List<Task>();
        try
        {
            while (true)
            {
                open.RemoveAll(connection => connection.IsCompleted);
                open.Add(CarryAsync(await _listener.AcceptTcpClientAsync(_closing.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(open);
        }
    }

    private async Task CarryAsync(TcpClient accepted)
    {
        using var client = accepted;
        using var server = new TcpClient { NoDelay = true };
        client.NoDelay = true;
        try
        {
            await server.ConnectAsync(_behind.Host, _behind.Port, _closing.Token);
            await using var outside = new SslStream(client.GetStream());
            await outside.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificateContext = _certificate }, _closing.Token);
            await using var inside = server.GetStream();
            await Task.WhenAny(outside.CopyToAsync(inside, _closing.Token), inside.CopyToAsync(outside, _closing.Token));
        }
        catch (Exception gone) when (gone is IOException or SocketException or AuthenticationException or OperationCanceledException)
        {
            // A function that was ended; whoever measures sees it.
        }
    }
}
