using System.Text.Json;

namespace Vts.Callers.Issuers;

/// <summary>Fetches the keys of an issuer by way of its discovery document, and measures it.</summary>
internal sealed class IssuerDiscovery(IssuerTransport transport, IssuerMetrics metrics, TimeProvider time)
{
    /// <summary>The issuer's keys (RFC 7517), as it publishes them.</summary>
    /// <exception cref="IssuerDiscoveryException">They could not be fetched.</exception>
    public async Task<JsonElement> FetchAsync(string name, Uri issuer, TimeSpan patience)
    {
        var started = time.GetTimestamp();
        try
        {
            var keys = await FetchAsync(issuer, patience);
            metrics.Fetched(name, time.GetElapsedTime(started), error: null);
            return keys;
        }
        catch (IssuerDiscoveryException failure)
        {
            metrics.Fetched(name, time.GetElapsedTime(started), failure.Kind);
            throw;
        }
    }

    private async Task<JsonElement> FetchAsync(Uri issuer, TimeSpan patience)
    {
        using var deadline = new CancellationTokenSource(patience, time);
        try
        {
            var document = new JwtClaims(JsonElement.Parse((await transport.GetAsync(IssuerUrl.Discovery(issuer), deadline.Token)).Span));
            if (document.Text("issuer") != issuer.OriginalString)
            {
                throw new IssuerDiscoveryException("other_issuer", "Its discovery document is of another issuer than Authority says.");
            }

            var place = document.Text("jwks_uri");
            return IssuerUrl.IsSafeKeys(place, issuer)
                ? JsonElement.Parse((await transport.GetAsync(new Uri(place!), deadline.Token)).Span)
                : throw new IssuerDiscoveryException("unsafe_keys", "Its discovery document names no https URL of keys.");
        }
        catch (OperationCanceledException late)
        {
            throw new IssuerDiscoveryException("timeout", $"It did not answer within {patience.TotalSeconds} seconds.", late);
        }
        catch (HttpRequestException broken)
        {
            throw new IssuerDiscoveryException("unreachable", $"It cannot be reached: {broken.HttpRequestError}.", broken);
        }
        catch (Exception broken) when (broken is JsonException or IOException or InvalidOperationException)
        {
            throw new IssuerDiscoveryException("unreadable", "Its answer was unreadable.", broken);
        }
    }
}
