using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Extensions.Logging;

namespace Vts.Bench.Replay.Tests;

/// <summary>Stands before a server and changes its answers: a build with a fault.</summary>
internal sealed class ChangingProxy : IAsyncDisposable
{
    private static readonly string[] OfTheWay = ["Content-Length", "Transfer-Encoding", "Date", "Server"];

    private readonly HttpClient _http = new();
    private readonly string _behind;
    private readonly Action<ChangedAnswer> _change;
    private readonly WebApplication _app;

    private ChangingProxy(string behind, Action<ChangedAnswer> change)
    {
        (_behind, _change) = (behind.TrimEnd('/'), change);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        _app = builder.Build();
        _app.Run(AnswerAsync);
    }

    public string Address => _app.Urls.Single();

    public static async Task<ChangingProxy> StartAsync(string behind, Action<ChangedAnswer> change)
    {
        var proxy = new ChangingProxy(behind, change);
        await proxy._app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task AnswerAsync(HttpContext http)
    {
        using var request = new HttpRequestMessage(new HttpMethod(http.Request.Method), _behind + http.Request.GetEncodedPathAndQuery());
        foreach (var (name, values) in http.Request.Headers.Where(header => header.Key is not ("Host" or "Content-Length")))
        {
            request.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        using var response = await _http.SendAsync(request);
        var answer = new ChangedAnswer
        {
            Path = http.Request.GetEncodedPathAndQuery(),
            Status = (int)response.StatusCode,
            Headers = response.Headers.NonValidated.Concat(response.Content.Headers.NonValidated)
                .Where(header => !OfTheWay.Contains(header.Key, StringComparer.OrdinalIgnoreCase))
                .ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Body = Encoding.UTF8.GetString(await response.Content.ReadAsByteArrayAsync()),
        };
        _change(answer);
        http.Response.StatusCode = answer.Status;
        foreach (var (name, value) in answer.Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (answer.Body.Length > 0)
        {
            await http.Response.WriteAsync(answer.Body, Encoding.UTF8);
        }
    }
}
