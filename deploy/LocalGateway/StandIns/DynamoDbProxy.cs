using System.Collections.Concurrent;

namespace Vts.LocalGateway.StandIns;

/// <summary>Stands between functions and DynamoDB Local, and can be told to throttle, to refuse, to hang or to be slow.</summary>
public sealed class DynamoDbProxy : IAsyncDisposable
{
    private const string Target = "DynamoDB_20120810.";

    private static readonly string[] Asking = ["X-Amz-Target", "X-Amz-Date", "X-Amz-Security-Token", "Authorization"];

    private readonly HttpClient _behind;
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly TimeProvider _time;
    private WebApplication? _application;
    private int _throttles;

    private DynamoDbProxy(Uri address, TimeProvider time)
    {
        _behind = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(30) };
        _time = time;
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application!.Urls.First());

    /// <summary>How it behaves from now on. Default well.</summary>
    public StandInMood Mood { get; set; }

    /// <summary>How long an answer takes in the mood <see cref="StandInMood.Slow"/>.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The actions asked for so far, in order, as in <c>GetItem</c>.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Starts it on a free port, before the DynamoDB at this address.</summary>
    public static async Task<DynamoDbProxy> StartAsync(Uri address, TimeProvider time, CancellationToken cancellationToken = default)
    {
        var proxy = new DynamoDbProxy(address, time);
        proxy._application = await Loopback.StartAsync(proxy.AnswerAsync, _ => { }, cancellationToken);
        return proxy;
    }

    /// <summary>Throttles this many requests from now on, then is well again.</summary>
    public void ThrottleNext(int requests) => Interlocked.Exchange(ref _throttles, requests);

    /// <summary>Closes it, with all that is under way.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_application is not null)
        {
            await Loopback.StopAsync(_application);
        }

        _behind.Dispose();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var action = context.Request.Headers["X-Amz-Target"].ToString();
        _asked.Enqueue(action.StartsWith(Target, StringComparison.Ordinal) ? action[Target.Length..] : action);
        var mood = Interlocked.Decrement(ref _throttles) >= 0 ? StandInMood.Throttled : Mood;
        if (!await Moods.RefuseAsync(context, mood, Latency, _time, "com.amazonaws.dynamodb.v20120810#ProvisionedThroughputExceededException"))
        {
            await PassOnAsync(context);
        }
    }

    private async Task PassOnAsync(HttpContext context)
    {
        using var request = new HttpRequestMessage(new HttpMethod(context.Request.Method), context.Request.Path + context.Request.QueryString);
        request.Content = new StreamContent(context.Request.Body);
        foreach (var name in Asking)
        {
            request.Headers.TryAddWithoutValidation(name, context.Request.Headers[name].AsEnumerable());
        }

        request.Content.Headers.TryAddWithoutValidation("Content-Type", context.Request.ContentType ?? "application/x-amz-json-1.0");
        request.Content.Headers.ContentLength = context.Request.ContentLength;
        using var answer = await _behind.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        context.Response.ContentType = answer.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = answer.Content.Headers.ContentLength;
        foreach (var header in answer.Headers.Where(header => header.Key.StartsWith("x-amz", StringComparison.OrdinalIgnoreCase)))
        {
            context.Response.Headers[header.Key] = header.Value.ToArray();
        }

        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
