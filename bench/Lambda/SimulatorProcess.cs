using System.Diagnostics;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Vts.Bench.Lambda;

/// <summary>The simulator of Extend as a process of its own, over TLS, so that its CPU time is no one else's.</summary>
internal sealed class SimulatorProcess : IAsyncDisposable
{
    private const string Program = "artifacts/bin/Extend.Simulator/release/extend-simulator";
    private const string Announcement = "Extend simulator on ";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly Process _process;
    private readonly HttpClient _http;

    private SimulatorProcess(Process process, Uri address, X509Certificate2 authority)
    {
        _process = process;
        Address = address;
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(authority);
        _http = new HttpClient(new SocketsHttpHandler { SslOptions = new SslClientAuthenticationOptions { CertificateChainPolicy = trust } })
        {
            BaseAddress = address, Timeout = Patience,
        };
        _http.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("application/vnd.paywithextend.v2021-03-12+json"));
    }

    public Uri Address { get; }

    /// <summary>CPU time of the simulator so far.</summary>
    public TimeSpan CpuTime
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    public static async Task<SimulatorProcess> StartAsync(string certificate, X509Certificate2 authority)
    {
        var process = Process.Start(new ProcessStartInfo(
            Repository.In(Program), ["--urls", "https://127.0.0.1:0", "--certificate", certificate, "--rate-limit", "0", "--quiet"])
        {
            UseShellExecute = false, RedirectStandardOutput = true,
        })!;
        using var deadline = new CancellationTokenSource(Patience);
        var line = await process.StandardOutput.ReadLineAsync(deadline.Token);
        if (line?.StartsWith(Announcement, StringComparison.Ordinal) != true)
        {
            throw new BenchException($"The simulator did not start: {line}");
        }

        return new SimulatorProcess(process, new Uri(line[Announcement.Length..].Split(' ')[0]), authority);
    }

    /// <summary>A new session of the older door: its access token.</summary>
    public async Task<string> SignInAsync()
    {
        using var answer = await _http.PostAsJsonAsync(
            new Uri("signin", UriKind.Relative), new JsonObject { ["email"] = "demo@example.com", ["password"] = "demo" });
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync<JsonObject>())!["token"]!.ToString();
    }

    /// <summary>How many calls of this method there were so far.</summary>
    public async Task<int> CallsAsync(string method) =>
        (int)(await _http.GetFromJsonAsync<JsonObject>(new Uri($"sim/requests/count?method={method}", UriKind.Relative)))!["count"]!;

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
