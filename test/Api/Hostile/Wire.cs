using System.Net.Sockets;

namespace Vts.Api.Tests.Hostile;

/// <summary>Sends bytes that no HTTP client would send, and waits for the service to close.</summary>
internal static class Wire
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>All that the service says until it closes; empty where it closes without a word.</summary>
    /// <param name="address">Where it listens.</param>
    /// <param name="request">What is sent.</param>
    /// <param name="isCut">Whether nothing more comes, and that is said.</param>
    /// <exception cref="OperationCanceledException">It neither answers nor closes.</exception>
    public static async Task<byte[]> SendAsync(Uri address, byte[] request, bool isCut = false)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync(address.Host, address.Port, deadline.Token);
        var stream = client.GetStream();
        using var answer = new MemoryStream();
        try
        {
            await stream.WriteAsync(request, deadline.Token);
            if (isCut)
            {
                // Only where the request has no end of its own: to the server, a request whose client says no more is one that nobody waits for.
                client.Client.Shutdown(SocketShutdown.Send);
            }

            await stream.CopyToAsync(answer, deadline.Token);
        }
        catch (Exception closed) when (closed is IOException or SocketException)
        {
            // Before all was sent or read: what was said until then counts.
        }

        return answer.ToArray();
    }
}
