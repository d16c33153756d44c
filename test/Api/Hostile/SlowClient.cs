using System.Net.Sockets;
using System.Text;

namespace Vts.Api.Tests.Hostile;

/// <summary>A connection whose pace the test sets.</summary>
internal sealed class SlowClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly TimeSpan Stuck = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource _deadline = new(Patience);
    private readonly TcpClient _client = new() { NoDelay = true };

    private SlowClient()
    {
    }

    public static async Task<SlowClient> OpenAsync(Uri address)
    {
        var client = new SlowClient();
        await client._client.ConnectAsync(address.Host, address.Port, client._deadline.Token);
        return client;
    }

    public Task SendAsync(byte[] bytes) => _client.GetStream().WriteAsync(bytes, _deadline.Token).AsTask();

    /// <summary>Sends the same again and again and reads nothing, until no more is taken; how many bytes that took.</summary>
    public async Task<long> SendUntilStuckAsync(byte[] bytes)
    {
        var sent = 0L;
        try
        {
            while (true)
            {
                using var stuck = CancellationTokenSource.CreateLinkedTokenSource(_deadline.Token);
                stuck.CancelAfter(Stuck);
                await _client.GetStream().WriteAsync(bytes, stuck.Token);
                sent += bytes.Length;
            }
        }
        catch (Exception over) when (over is IOException or OperationCanceledException && !_deadline.IsCancellationRequested)
        {
            return sent;
        }
    }

    /// <summary>All that the service says until it closes.</summary>
    public async Task<string> ReadToEndAsync()
    {
        using var answer = new MemoryStream();
        try
        {
            await _client.GetStream().CopyToAsync(answer, _deadline.Token);
        }
        catch (IOException)
        {
            // What was said until then counts.
        }

        return Encoding.Latin1.GetString(answer.ToArray());
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        _deadline.Dispose();
        return ValueTask.CompletedTask;
    }
}
