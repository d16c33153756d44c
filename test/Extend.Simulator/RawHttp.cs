using System.Net.Sockets;
using System.Text;

namespace Extend.Simulator.Tests;

/// <summary>A request byte for byte, for what an HTTP client would not send.</summary>
internal sealed class RawHttp : IDisposable
{
    private readonly TcpClient _client = new();

    public string Text { get; private set; } = "";

    public static Task<RawHttp> GetAsync(Uri address, string path, params string[] headers) =>
        SendAsync(address, Encoding.Latin1.GetBytes(
            $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\nAccept: {Sim.Version}\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"));

    public static async Task<RawHttp> SendAsync(Uri address, byte[] request)
    {
        var raw = new RawHttp();
        await raw._client.ConnectAsync(address.Host, address.Port, Sim.Cancellation);
        var stream = raw._client.GetStream();
        await stream.WriteAsync(request, Sim.Cancellation);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        try
        {
            raw.Text = await reader.ReadToEndAsync(Sim.Cancellation);
        }
        catch (IOException)
        {
            // The server hung up on the request; what it said before is lost with it.
        }

        return raw;
    }

    public void Dispose() => _client.Dispose();
}
