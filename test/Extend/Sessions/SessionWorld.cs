using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Net;
using Extend.Connections;
using Extend.Guard;
using Extend.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace Extend.Tests.Sessions;

/// <summary>
/// One account's sessions over a stand-in for Extend's two calls, on a clock that only the test moves. The tokens are opaque: usable for
/// 590 s, due to be renewed after 354.
/// </summary>
internal sealed class SessionWorld : HttpMessageHandler
{
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly ExtendMetrics _metrics;
    private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _tokens;

    public SessionWorld()
    {
        Meters = _services.GetRequiredService<IMeterFactory>();
        _metrics = new ExtendMetrics(Meters);
        var options = new ExtendOptions { CallTimeout = TimeSpan.FromMinutes(1) };
        SignIn = new SignIn(new Uri("http://extend.test/"), "a@example.com", "p", new Transport(new HttpMessageInvoker(this), options, Clock, _metrics));
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));

    public WatchedStore Store { get; } = new();

    public MemoryGuardStore Guard { get; } = new();

    public IMeterFactory Meters { get; }

    public SignIn SignIn { get; }

    public double Jitter { get; init; }

    /// <summary>What was called, with the length of its body as the header tells it.</summary>
    public ConcurrentQueue<(string Path, long? Length)> Calls { get; } = new();

    /// <summary>What Extend answers to a path; null for the next token each time.</summary>
    public Func<string, Task<HttpResponseMessage>>? Answers { get; set; }

    /// <summary>Holds the calls until it is completed; null holds none.</summary>
    public TaskCompletionSource? Gate { get; set; }

    /// <summary>Ends when Extend has been called.</summary>
    public Task Called => _called.Task;

    /// <summary>How often a session told of a new token.</summary>
    public int Changes { get; private set; }

    public string[] Paths => [.. Calls.Select(call => call.Path)];

    public DateTimeOffset Now => Clock.GetUtcNow();

    public Session Open(string account = "a") => new(
        account, Renewal(account), Store, new SessionOptions(), Clock, _metrics, new Certain(Jitter), () => Changes++);

    public SessionRenewal Renewal(string account = "a") => new(
        account, SignIn, Store, new AccountGuard(account, Guard, new SessionOptions(), Clock, _metrics, NullLogger<AccountGuard>.Instance),
        new SessionOptions(), Clock, _metrics);

    public MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(Meters, ExtendAccounts.MeterName, instrument);

    /// <summary>A session that was used for the first time, and so signed in, that long ago.</summary>
    public async Task<Session> UsedAsync(TimeSpan ago)
    {
        var session = Open();
        await UseAsync(session);
        Clock.Advance(ago);
        return session;
    }

    /// <summary>Lets time go by in small steps until it is so.</summary>
    public async Task AdvanceUntilAsync(Func<bool> isSo)
    {
        while (!isSo())
        {
            Clock.Advance(TimeSpan.FromMilliseconds(50));
            await Task.Yield();
        }
    }

    /// <summary>A request with the token that it gets.</summary>
    public static async Task<HttpRequestMessage> RequestAsync(Session session)
    {
        var request = new HttpRequestMessage();
        await session.AuthorizeAsync(request, default);
        return request;
    }

    /// <summary>The token that a request gets.</summary>
    public static async Task<string> UseAsync(Session session)
    {
        using var request = await RequestAsync(session);
        return request.Headers.Authorization!.Parameter!;
    }

    public static Task<HttpResponseMessage> Json(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(body) });

    /// <summary>A token as another process would have kept it.</summary>
    public ValueTask KeepAsync(string value, DateTimeOffset issuedAt) =>
        Store.WriteAsync("a", new AccessToken(value, issuedAt, issuedAt.AddSeconds(590)), "r", default, default);

    /// <summary>An answer with a new session.</summary>
    public Task<HttpResponseMessage> NextToken()
    {
        var number = Interlocked.Increment(ref _tokens);
        return Json($$"""{"token":"t{{number}}","refreshToken":"r{{number}}"}""");
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var path = request.RequestUri!.AbsolutePath;
        Calls.Enqueue((path, request.Content!.Headers.ContentLength));
        _called.TrySetResult();
        await (Gate?.Task.WaitAsync(cancellationToken) ?? Task.CompletedTask);
        return await (Answers?.Invoke(path) ?? NextToken());
    }

    protected override void Dispose(bool disposing)
    {
        _services.Dispose();
        base.Dispose(disposing);
    }

    private sealed class Certain(double value) : Random
    {
        public override double NextDouble() => value;
    }
}
