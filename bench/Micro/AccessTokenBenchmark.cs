using System.Security.Cryptography;
using System.Text;
using BenchmarkDotNet.Attributes;
using Microsoft.Extensions.DependencyInjection;
using Vts.Callers;
using Vts.Testing;

namespace Vts.Bench.Micro;

/// <summary>
/// Authenticating a request by an access token of an OAuth issuer (RS256, 2048 bits), from its headers to its caller, on two threads at
/// once; beside the check of the token's signature alone, which nothing can be quicker than.
/// </summary>
public class AccessTokenBenchmark
{
    private const int Requests = 2_000;
    private const int Threads = 2;

    private TestIssuer _issuer = null!;
    private ServiceProvider _vts = null!;
    private Authentication _step = null!;
    private string _token = "";
    private byte[] _signed = [];
    private byte[] _signature = [];

    /// <summary>Starts the issuer, and lets its keys be fetched.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _issuer = await TestIssuer.StartAsync();
        _token = _issuer.Token();
        var end = _token.LastIndexOf('.');
        _signed = Encoding.ASCII.GetBytes(_token[..end]);
        _signature = System.Buffers.Text.Base64Url.DecodeFromChars(_token.AsSpan(end + 1));
        _vts = BenchService.Build(
            ("Callers:Issuers:bench:Authority", _issuer.Url),
            ("Callers:Issuers:bench:Audiences:0", TestIssuer.Audience),
            ("Callers:Issuers:bench:Grants:0:Claim", "sub"),
            ("Callers:Issuers:bench:Grants:0:Value", "robot"));
        _step = BenchService.Step(_vts);
        await ValidateAsync();
    }

    /// <summary>Takes it away.</summary>
    [GlobalCleanup]
    public async Task StopAsync()
    {
        await _vts.DisposeAsync();
        await _issuer.DisposeAsync();
    }

    /// <summary>The signature alone.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Requests * Threads)]
    public Task SignatureAlone() => BenchService.AtOnceAsync(Threads, () =>
    {
        using var key = RSA.Create(_issuer.Key.ExportParameters(includePrivateParameters: false));
        for (var request = 0; request < Requests; request++)
        {
            BenchService.Ensure(key.VerifyData(_signed, _signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }

        return Task.CompletedTask;
    });

    /// <summary>The whole of it.</summary>
    [Benchmark(OperationsPerInvoke = Requests * Threads)]
    public Task AccessToken() => BenchService.AtOnceAsync(Threads, async () =>
    {
        for (var request = 0; request < Requests; request++)
        {
            await ValidateAsync();
        }
    });

    private Task ValidateAsync() => BenchService.AuthenticateAsync(_step, _token, isKnown: true);
}
