using System.Diagnostics;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Vts.Testing;

namespace Vts.Api.Tests.Issuers;

/// <summary>A real OpenID Connect provider, as a process of its own (test/OidcProvider).</summary>
public sealed class OidcProvider : IAsyncDisposable
{
    public const string Audience = "https://vts.example";
    private const string Listens = "listens on ";
    private const string Callback = "http://127.0.0.1/callback";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly DirectoryInfo _keys = Directory.CreateTempSubdirectory("vts-oidc");
    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
    private Process? _process;

    private OidcProvider()
    {
    }

    public Uri Url { get; private set; } = null!;

    public static async Task<OidcProvider> StartAsync()
    {
        var provider = new OidcProvider();
        await provider.RunAsync(0);
        return provider;
    }

    /// <summary>Settings of the service that trusts this provider, as the issuer <c>idp</c>.</summary>
    public (string Key, string Value)[] Settings(params (string Key, string Value)[] grants) =>
    [
        ("Callers:Issuers:idp:Authority", Url.OriginalString), ("Callers:Issuers:idp:Audiences:0", Audience),
        .. grants.Select(grant => ($"Callers:Issuers:idp:{grant.Key}", grant.Value)),
    ];

    /// <summary>An access token by client credentials.</summary>
    public async Task<string> MachineTokenAsync(string scope = "cards:read") => (string)(await TokensAsync(new()
    {
        ["grant_type"] = "client_credentials", ["client_id"] = "machine", ["client_secret"] = "secret", ["resource"] = Audience, ["scope"] = scope,
    }))["access_token"]!;

    /// <summary>The tokens of a person who signs in in a browser: an authorization code with PKCE.</summary>
    public async Task<JsonNode> PersonTokensAsync(string person, string? nonce = null)
    {
        var verifier = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));
        var challenge = System.Buffers.Text.Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)));
        var at = $"/auth?client_id=page&response_type=code&redirect_uri={Uri.EscapeDataString(Callback)}&resource={Uri.EscapeDataString(Audience)}"
            + $"&scope=openid%20cards:read%20transactions:read&code_challenge={challenge}&code_challenge_method=S256{(nonce is null ? "" : $"&nonce={nonce}")}";
        var place = new Uri(Url, at);
        while (!place.OriginalString.StartsWith(Callback, StringComparison.Ordinal))
        {
            place = await StepAsync(place, person);
        }

        return await TokensAsync(new()
        {
            ["grant_type"] = "authorization_code", ["client_id"] = "page", ["redirect_uri"] = Callback, ["code_verifier"] = verifier,
            ["code"] = System.Web.HttpUtility.ParseQueryString(place.Query)["code"]!, ["resource"] = Audience,
        });
    }

    /// <summary>Makes it sign with the first of these keys, and publish all of them.</summary>
    public async Task PublishAsync(params string[] keys)
    {
        using var content = new StringContent(new JsonArray([.. keys.Select(key => JsonValue.Create(key))]).ToJsonString());
        (await _http.PostAsync(new Uri(Url, "/control/keys"), content)).EnsureSuccessStatusCode();
    }

    public async Task<int> FetchesAsync() => int.Parse(await _http.GetStringAsync(new Uri(Url, "/control/fetches")), System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Ends it as a crash would.</summary>
    public async Task StopAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _process = null;
    }

    /// <summary>Starts it again where it was, with the same keys.</summary>
    public Task RestartAsync() => RunAsync(Url.Port);

    public async ValueTask DisposeAsync()
    {
        if (_process is not null)
        {
            await StopAsync();
        }

        _http.Dispose();
        _keys.Delete(recursive: true);
    }

    private async Task RunAsync(int port)
    {
        var address = new TaskCompletionSource<Uri>(TaskCreationOptions.RunContinuationsAsynchronously);
        _process = new Process
        {
            EnableRaisingEvents = true,
            StartInfo = new ProcessStartInfo("node", ["provider.js", $"{port}", _keys.FullName, "one"])
            {
                WorkingDirectory = Path.Combine(Repository.Root, "test/OidcProvider"),
                UseShellExecute = false,

                // It ends when its input does.
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        var errors = new StringBuilder();
        _process.ErrorDataReceived += (_, line) => errors.AppendLine(line.Data);
        _process.OutputDataReceived += (_, line) =>
        {
            if (line.Data is { } said && said.StartsWith(Listens, StringComparison.Ordinal))
            {
                address.TrySetResult(new Uri(said[Listens.Length..]));
            }
        };
        _process.Exited += (_, _) => address.TrySetException(new InvalidOperationException($"The provider ended (npm ci in test/OidcProvider?): {errors}"));
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Url = await address.Task.WaitAsync(Patience);
    }

    // Its pages are made for trying: a login that takes any name, then a page to agree on.
    private async Task<Uri> StepAsync(Uri place, string person)
    {
        using var shown = await _http.GetAsync(place);
        if (shown.Headers.Location is { } next)
        {
            return new Uri(place, next);
        }

        var page = await shown.Content.ReadAsStringAsync();
        Assert.True(shown.IsSuccessStatusCode, page);
        var isLogin = page.Contains("name=\"login\"", StringComparison.Ordinal);
        using var form = new FormUrlEncodedContent(isLogin ? new() { ["prompt"] = "login", ["login"] = person, ["password"] = "any" } : new Dictionary<string, string> { ["prompt"] = "consent" });
        using var agreed = await _http.PostAsync(place, form);
        return new Uri(place, agreed.Headers.Location ?? throw new InvalidOperationException(page));
    }

    private async Task<JsonNode> TokensAsync(Dictionary<string, string> form)
    {
        using var content = new FormUrlEncodedContent(form);
        using var response = await _http.PostAsync(new Uri(Url, "/token"), content);
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.IsSuccessStatusCode, body);
        return JsonNode.Parse(body)!;
    }
}
