using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using Vts.Bench.Soak.Checking;
using Vts.Bench.Soak.Requests;

namespace Vts.Bench.Soak.Load;

/// <summary>Sends requests to the server. Who has no right token asks from an address of its own, so that its limit is nobody else's.</summary>
internal sealed class Target(Uri address, SoakClock clock) : IDisposable
{
    /// <summary>How long an answer may take from when its request was due.</summary>
    public static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);

    private const int MostPages = 50;

    // Linux's: a port is only chosen with the address that is connected to. To find a free one for all addresses takes long where thousands are taken.
    private const int IpLevel = 0;
    private const int BindAddressNoPort = 24;

    private readonly HttpClient _callers = Client(address, IPAddress.Loopback);
    private readonly HttpClient _strangers = Client(address, IPAddress.Parse("127.0.0.2"));

    /// <summary>Sends a request, follows its pages if it wants that, and gives the answers; the last may be a problem.</summary>
    /// <exception cref="UnansweredException">It got no whole answer.</exception>
    public async Task<IReadOnlyList<Answer>> AskAsync(Ask ask, string? tag)
    {
        var answers = new List<Answer> { await SendAsync(ask, ask.Path, tag) };
        while (ask.FollowsLinks && answers[^1] is { Status: 200, Next: { } next } && answers.Count < MostPages)
        {
            answers.Add(await SendAsync(ask, next, tag: null));
        }

        return answers;
    }

    public void Dispose()
    {
        _callers.Dispose();
        _strangers.Dispose();
    }

    private async Task<Answer> SendAsync(Ask ask, string path, string? tag)
    {
        using var request = new HttpRequestMessage(ask.Method, path);
        Put("token", ask.Caller?.Token ?? ask.WrongToken);
        Put("Cache-Control", ask.CacheControl);
        Put("Accept", ask.Accept);
        Put("If-None-Match", tag);
        Put("Accept-Encoding", ask.IsCompressed ? "gzip" : null);
        var sent = clock.Now;
        try
        {
            using var answer = await (ask.Caller is null ? _strangers : _callers).SendAsync(request, HttpCompletionOption.ResponseContentRead);
            var body = await answer.Content.ReadAsByteArrayAsync();
            body = answer.Content.Headers.ContentEncoding.Contains("gzip") ? Decompressed(body) : body;
            return new(sent, clock.Now, clock.Time.GetUtcNow(), (int)answer.StatusCode, answer.Headers, answer.Content.Headers, body);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException or OperationCanceledException)
        {
            throw new UnansweredException(sent, failure);
        }

        void Put(string name, string? value)
        {
            if (value is not null)
            {
                request.Headers.TryAddWithoutValidation(name, value);
            }
        }
    }

    private static byte[] Decompressed(byte[] body)
    {
        using var gzip = new GZipStream(new MemoryStream(body), CompressionMode.Decompress);
        using var text = new MemoryStream();
        gzip.CopyTo(text);
        return text.ToArray();
    }

    private static HttpClient Client(Uri server, IPAddress from) => new(new SocketsHttpHandler
    {
        UseCookies = false,
        AllowAutoRedirect = false,
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(20),
        ConnectCallback = async (context, cancellationToken) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                socket.SetRawSocketOption(IpLevel, BindAddressNoPort, BitConverter.GetBytes(1));
                socket.Bind(new IPEndPoint(from, 0));
                await socket.ConnectAsync(IPAddress.Loopback, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    })
    {
        BaseAddress = server, Timeout = Deadline,
    };
}
