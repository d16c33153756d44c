using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Vts.Aws.Lambda.Runtime;

/// <summary>Lambda's Runtime API, 2018-06-01: where a function takes its calls from and leaves its answers.</summary>
internal sealed class RuntimeApi : IDisposable
{
    /// <summary>The largest answer Lambda takes, in bytes.</summary>
    public const int MostAnswerBytes = (6 * 1024 * 1024) + 100;

    private const string Address = "AWS_LAMBDA_RUNTIME_API";
    private static readonly MediaTypeHeaderValue Json = new("application/json");
    private static readonly MediaTypeHeaderValue ErrorJson = new("application/vnd.aws.lambda.error+json");
    private static readonly ProductInfoHeaderValue Agent = new("vts-lambda", typeof(RuntimeApi).Assembly.GetName().Version?.ToString(3));

    private readonly HttpClient _http;

    /// <summary>Asks nothing yet.</summary>
    /// <param name="address">Host and port, as Lambda gives them.</param>
    public RuntimeApi(string address)
    {
        _http = new HttpClient(new SocketsHttpHandler
        {
            UseProxy = false,
            UseCookies = false,
            AllowAutoRedirect = false,
            PooledConnectionLifetime = Timeout.InfiniteTimeSpan,
            PooledConnectionIdleTimeout = Timeout.InfiniteTimeSpan,
            ActivityHeadersPropagator = null,
            RequestHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
            ResponseHeaderEncodingSelector = static (_, _) => Encoding.UTF8,
        })
        {
            BaseAddress = new Uri($"http://{address}/2018-06-01/runtime/"),

            // The next call may be hours away, and the process frozen until then.
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _http.DefaultRequestHeaders.UserAgent.Add(Agent);
        _http.DefaultRequestHeaders.ExpectContinue = false;
    }

    /// <summary>The Runtime API of the Lambda this process runs in; null where it runs in none.</summary>
    public static RuntimeApi? OfEnvironment() => Environment.GetEnvironmentVariable(Address) is { Length: > 0 } address ? new RuntimeApi(address) : null;

    /// <summary>The next call; waits for it without end.</summary>
    /// <exception cref="RuntimeApiException">Lambda gives this process no more calls.</exception>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _http.GetAsync("invocation/next", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (answer.StatusCode is not HttpStatusCode.OK || Header(answer, "Lambda-Runtime-Aws-Request-Id") is not { } requestId)
            {
                throw new RuntimeApiException($"The Runtime API gave no next call but status {(int)answer.StatusCode}.");
            }

            return new Invocation(
                requestId,
                UnixMilliseconds.Read(Header(answer, "Lambda-Runtime-Deadline-Ms")) ?? DateTimeOffset.MaxValue,
                Header(answer, "Lambda-Runtime-Trace-Id"),
                await answer.Content.ReadAsByteArrayAsync(cancellationToken));
        }
        catch (HttpRequestException fault)
        {
            throw new RuntimeApiException("The Runtime API cannot be reached.", fault);
        }
    }

    /// <summary>Leaves the answer to a call.</summary>
    /// <exception cref="RuntimeApiException">Lambda gives this process no more calls.</exception>
    public async Task RespondAsync(string requestId, ReadOnlyMemory<byte> answer, CancellationToken cancellationToken)
    {
        if (answer.Length > MostAnswerBytes
            || await PostAsync($"invocation/{requestId}/response", answer, Json, errorType: null, cancellationToken) is HttpStatusCode.RequestEntityTooLarge)
        {
            await FailAsync(requestId, FunctionError.TooLarge(answer.Length, MostAnswerBytes), cancellationToken);
        }
    }

    /// <summary>Says that a call failed; its caller is told by the gateway.</summary>
    /// <exception cref="RuntimeApiException">Lambda gives this process no more calls.</exception>
    public Task FailAsync(string requestId, FunctionError error, CancellationToken cancellationToken) =>
        PostAsync($"invocation/{requestId}/error", error.ToJson(), ErrorJson, error.ErrorType, cancellationToken);

    /// <summary>Says that the process could not start; possible once, before the first call is taken.</summary>
    /// <exception cref="RuntimeApiException">Lambda gives this process no calls.</exception>
    public Task FailInitAsync(FunctionError error, CancellationToken cancellationToken) =>
        PostAsync("init/error", error.ToJson(), ErrorJson, error.ErrorType, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode> PostAsync(
        string path, ReadOnlyMemory<byte> body, MediaTypeHeaderValue type, string? errorType, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new ReadOnlyMemoryContent(body) };
        request.Content.Headers.ContentType = type;
        if (errorType is not null)
        {
            request.Headers.TryAddWithoutValidation("Lambda-Runtime-Function-Error-Type", errorType);
        }

        try
        {
            using var answer = await _http.SendAsync(request, cancellationToken);

            // 4xx is told of this one call (answered already, too large); anything of 5xx ends the process.
            return (int)answer.StatusCode < 500
                ? answer.StatusCode
                : throw new RuntimeApiException($"The Runtime API answered {path} with status {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException fault)
        {
            throw new RuntimeApiException("The Runtime API cannot be reached.", fault);
        }
    }

    private static string? Header(HttpResponseMessage answer, string name) =>
        answer.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault(value => value.Length > 0) : null;
}
