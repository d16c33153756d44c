namespace Vts.Callers.Issuers;

/// <summary>The calls to issuers: GET, of bounded size, to the place that was named and to none that an answer sends on to.</summary>
internal sealed class IssuerTransport : IDisposable
{
    private const int MostBytes = 256 * 1024;

    private readonly HttpMessageInvoker _http = new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,

        // An hour lies between two fetches.
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(10),
    });

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    /// <summary>The body of a 200.</summary>
    /// <exception cref="IssuerDiscoveryException">It answered something else.</exception>
    /// <exception cref="HttpRequestException">It could not be reached.</exception>
    public async Task<ReadOnlyMemory<byte>> GetAsync(Uri place, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, place);
        request.Headers.Accept.ParseAdd("application/json");
        using var response = await _http.SendAsync(request, cancellationToken);
        if ((int)response.StatusCode is not 200 and var status)
        {
            throw new IssuerDiscoveryException($"{status}", $"It answered {status} for {place.AbsolutePath}.");
        }

        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostBytes + 1];
        var length = await body.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return length <= MostBytes
            ? buffer.AsMemory(0, length)
            : throw new IssuerDiscoveryException("too_large", $"It answered more than {MostBytes} bytes for {place.AbsolutePath}.");
    }
}
