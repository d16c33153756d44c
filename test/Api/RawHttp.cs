using System.Net.Sockets;
using System.Text;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests;

/// <summary>Requests that no well-behaved client would send.</summary>
internal static class RawHttp
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Sends these bytes and reads until the service closes; fails if it never does.</summary>
    public static async Task<string> SendAsync(Uri address, byte[] request)
    {
        using var deadline = new CancellationTokenSource(Patience);
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, deadline.Token);
        var stream = client.GetStream();
        try
        {
            await stream.WriteAsync(request, deadline.Token);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return Restored(await reader.ReadToEndAsync(deadline.Token));
        }
        catch (IOException)
        {
            // Closed on us before all was sent or read: an answer too.
            return "";
        }
    }

    // Headers that the face gives other names get the contract's back.
    private static string Restored(string answer) => Face.Current.RenamedHeaders.Aggregate(answer, (text, renamed) =>
        text.Replace($"\r\n{renamed.Key}:", $"\r\n{renamed.Value}:", StringComparison.OrdinalIgnoreCase));
}
