using System.Collections.Concurrent;
using System.Text;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Vts.Aws.Tests.Lambda;

/// <summary>A Runtime API that hands out what a test puts into it and keeps what is posted.</summary>
internal sealed class FakeRuntimeApi : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly Channel<(string Id, byte[] Event, Dictionary<string, string> Headers)> _calls = Channel.CreateUnbounded<(string, byte[], Dictionary<string, string>)>();
    private readonly Channel<Post> _posts = Channel.CreateUnbounded<Post>();

    private FakeRuntimeApi(WebApplication app) => _app = app;

    /// <summary>What a post is answered with, by its path; 202 where nothing is set.</summary>
    public ConcurrentDictionary<string, int> Statuses { get; } = new(StringComparer.Ordinal);

    /// <summary>What <c>next</c> is answered with instead of a call.</summary>
    public int? NextStatus { get; set; }

    public string Address => new Uri(_app.Urls.First()).Authority;

    public static async Task<FakeRuntimeApi> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0").ConfigureKestrel(kestrel => kestrel.Limits.MaxRequestBodySize = null);
        var fake = new FakeRuntimeApi(builder.Build());
        fake._app.Run(fake.AnswerAsync);
        await fake._app.StartAsync();
        return fake;
    }

    public void Call(string id, string json, params (string Name, string Value)[] headers) =>
        _calls.Writer.TryWrite((id, Encoding.UTF8.GetBytes(json), headers.ToDictionary(header => header.Name, header => header.Value)));

    /// <summary>The next thing that was posted.</summary>
    public async Task<Post> PostedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        return await _posts.Reader.ReadAsync(patience.Token);
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value!["/2018-06-01/runtime/".Length..];
        if (path == "invocation/next")
        {
            await NextAsync(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body);
        _posts.Writer.TryWrite(new Post(path, Encoding.UTF8.GetString(body.ToArray()), context.Request.ContentType, context.Request.Headers["Lambda-Runtime-Function-Error-Type"]));
        context.Response.StatusCode = Statuses.GetValueOrDefault(path, 202);
    }

    private async Task NextAsync(HttpContext context)
    {
        if (NextStatus is { } status)
        {
            context.Response.StatusCode = status;
            return;
        }

        var (id, json, headers) = await _calls.Reader.ReadAsync(context.RequestAborted);
        context.Response.Headers["Lambda-Runtime-Aws-Request-Id"] = id;
        foreach (var (name, value) in headers)
        {
            context.Response.Headers[name] = value;
        }

        await context.Response.Body.WriteAsync(json);
    }

    internal sealed record Post(string Path, string Body, string? ContentType, string? ErrorType);
}
