using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Vts.Testing;

/// <summary>An issuer of tokens over a real socket, which signs whatever it is told, keeps count of what it is asked, and can be away.</summary>
public sealed class TestIssuer : IAsyncDisposable
{
    public const string Audience = "https://vts.example";

    private readonly WebApplication _app;
    private readonly TimeProvider _time;
    private readonly ConcurrentQueue<string> _asked = new();

    private TestIssuer(WebApplication app, TimeProvider time)
    {
        _app = app;
        _time = time;
        Published = new JsonObject { ["keys"] = new JsonArray(Jwk("one", Key)) };
    }

    /// <summary>Its key, published as <c>one</c>.</summary>
    public RSA Key { get; } = RSA.Create(2048);

    /// <summary>What it publishes as its keys.</summary>
    public JsonNode? Published { get; set; }

    /// <summary>Members of its discovery document in place of the usual ones.</summary>
    public Dictionary<string, string> Document { get; } = new(StringComparer.Ordinal);

    /// <summary>Answers in place of its own: nothing, where it is away.</summary>
    public Func<HttpContext, Task>? Instead { get; set; }

    public string Url => _app.Urls.First();

    /// <summary>The paths it was asked for.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>How often its keys were fetched.</summary>
    public int Fetches => _asked.Count(path => path == "/keys");

    public static async Task<TestIssuer> StartAsync(TimeProvider? time = null)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var issuer = new TestIssuer(app, time ?? TimeProvider.System);
        app.Run(issuer.AnswerAsync);
        await app.StartAsync();
        return issuer;
    }

    public static JsonObject Jwk(string id, RSA key)
    {
        var numbers = key.ExportParameters(includePrivateParameters: false);
        return new JsonObject
        {
            ["kty"] = "RSA", ["kid"] = id, ["use"] = "sig", ["n"] = Base64Url.EncodeToString(numbers.Modulus), ["e"] = Base64Url.EncodeToString(numbers.Exponent),
        };
    }

    public static string Part(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));

    public static Task Away(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    /// <summary>An access token of the machine <c>robot</c> for an hour, changed as told before it is signed.</summary>
    public string Token(Action<JsonObject>? claims = null, Action<JsonObject>? header = null, RSA? key = null)
    {
        var now = _time.GetUtcNow().ToUnixTimeSeconds();
        var head = new JsonObject { ["alg"] = "RS256", ["typ"] = "at+jwt", ["kid"] = "one" };
        var body = new JsonObject
        {
            ["iss"] = Url, ["aud"] = Audience, ["sub"] = "robot", ["client_id"] = "robot", ["iat"] = now, ["exp"] = now + 3600, ["scope"] = "cards:read",
        };
        header?.Invoke(head);
        claims?.Invoke(body);
        return Sign(head.ToJsonString(), body.ToJsonString(), key);
    }

    public string Sign(string header, string payload, RSA? key = null)
    {
        var text = $"{Part(header)}.{Part(payload)}";
        return $"{text}.{Base64Url.EncodeToString((key ?? Key).SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1))}";
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        Key.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        _asked.Enqueue(context.Request.Path);
        if (Instead is { } instead)
        {
            return instead(context);
        }

        var document = new JsonObject { ["issuer"] = Url, ["jwks_uri"] = $"{Url}/keys" };
        foreach (var (name, value) in Document)
        {
            document[name] = value;
        }

        return context.Request.Path.Value switch
        {
            "/.well-known/openid-configuration" => context.Response.WriteAsync(document.ToJsonString()),
            "/keys" => context.Response.WriteAsync(Published?.ToJsonString() ?? "null"),
            _ => Results.NotFound().ExecuteAsync(context),
        };
    }
}
