using System.Text;
using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Requests;

namespace Vts.Bench.Replay.Targets;

/// <summary>A server, or a gateway, at an address.</summary>
internal sealed class HttpTarget(Uri address, string? token, TimeSpan patience) : ITarget, IDisposable
{
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
    {
        Timeout = patience,
        MaxResponseContentBufferSize = Answer.MostBytes,
    };

    public string Name => address.AbsoluteUri;

    public bool Takes(Request request, string target) => true;

    public async Task<Answer> AskAsync(
        Request request, string target, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        using var message = new HttpRequestMessage(new HttpMethod(request.Method), address.AbsoluteUri.TrimEnd('/') + target);
        if (Tokens.Of(request, token) is { } given)
        {
            message.Headers.TryAddWithoutValidation("token", given);
        }

        foreach (var (name, value) in headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        try
        {
            using var response = await _http.SendAsync(message, cancellationToken);
            var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
            return new Answer(
                (int)response.StatusCode,
                [.. response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                    .SelectMany(header => header.Value, (header, value) => KeyValuePair.Create(header.Key, value))],
                Encoding.UTF8.GetString(body));
        }
        catch (TaskCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return Answer.None($"nothing came within {patience.TotalSeconds} s");
        }
        catch (HttpRequestException fault)
        {
            return Answer.None($"no whole answer came ({fault.HttpRequestError})");
        }
    }

    public void Dispose() => _http.Dispose();
}
