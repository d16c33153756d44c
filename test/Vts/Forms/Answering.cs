using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Vts.Tests.Forms;

/// <summary>A request that is answered, and what became of it.</summary>
internal sealed class Answering : IDisposable, IHttpRequestLifetimeFeature
{
    private readonly MemoryStream _body = new();
    private readonly CancellationTokenSource _leaving = new();

    public Answering(string method = "GET")
    {
        Context = new DefaultHttpContext
        {
            RequestServices = new ServiceCollection().AddLogging(logging => logging.AddFakeLogging()).AddSingleton<TimeProvider>(Clock).BuildServiceProvider(),
        };
        Context.Features.Set<IHttpRequestLifetimeFeature>(this);
        Context.Request.Method = method;
        Context.Response.Body = _body;
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 20, 9, 0, 0, TimeSpan.Zero));

    public DefaultHttpContext Context { get; }

    public bool IsAborted { get; private set; }

    public string Text => Encoding.UTF8.GetString(_body.ToArray());

    public IHeaderDictionary Headers => Context.Response.Headers;

    CancellationToken IHttpRequestLifetimeFeature.RequestAborted { get => _leaving.Token; set => throw new NotSupportedException(); }

    public Task LeaveAsync() => _leaving.CancelAsync();

    public void Abort() => IsAborted = true;

    public void Dispose()
    {
        _body.Dispose();
        _leaving.Dispose();
    }
}
