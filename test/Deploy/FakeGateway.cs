using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Vts.Deploy.Tests;

/// <summary>Stands for a deployed VTS, as far as the scripts' check of the new address goes.</summary>
internal sealed class FakeGateway : IAsyncDisposable
{
    private readonly WebApplication _app;

    private FakeGateway(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());

    /// <summary>The tokens that reads came with, in order; the first is the one that is then known.</summary>
    public List<string> Tokens { get; } = [];

    /// <summary>What reads are answered with, where not with cards.</summary>
    public (int Status, string Code)? Trouble { get; set; }

    /// <summary>The cards that lists hold.</summary>
    public string Cards { get; set; } = """[{"id":"vc_A681POqRINI7goyrCNPff7","displayName":"Travel"}]""";

    public List<string> Reads { get; } = [];

    public static async Task<FakeGateway> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var gateway = new FakeGateway(builder.Build());
        gateway._app.Run(gateway.AnswerAsync);
        await gateway._app.StartAsync();
        return gateway;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (!path.StartsWith("/dev/cards", StringComparison.Ordinal) && path is not ("/dev/transactions" or "/dev/transactions/summary" or "/dev/me"))
        {
            return ProblemAsync(http, 404, "route_not_found");
        }

        if (http.Request.Method != "GET")
        {
            return ProblemAsync(http, 405, "method_not_allowed");
        }

        if (http.Request.Headers["token"] is not [{ } token])
        {
            return ProblemAsync(http, 401, "token_missing");
        }

        Tokens.Add(token);
        Reads.Add(path["/dev".Length..]);
        return Trouble is var (status, code) ? ProblemAsync(http, status, code)
            : path.Contains("vc_0000", StringComparison.Ordinal) ? ProblemAsync(http, 404, "card_not_found")
            : http.Response.WriteAsync(Cards);
    }

    private static Task ProblemAsync(HttpContext http, int status, string code)
    {
        http.Response.StatusCode = status;
        return http.Response.WriteAsync($$"""{"type":"urn:vts:problem:{{code}}","title":"The title","status":{{status}},"detail":"What to do.","code":"{{code}}","requestId":"r"}""");
    }
}
