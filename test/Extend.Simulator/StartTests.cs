using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Extend.Simulator.Tests;

public sealed class StartTests
{
    [Fact]
    public async Task Many_simulators_live_side_by_side_and_apart()
    {
        var sims = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Sim.StartAsync()));

        await sims[0].ControlAsync("DELETE", $"/tenants/demo/cards/{Sim.TravelCard}");

        Assert.Equal(20, sims.Select(sim => sim.Address.Port).Distinct().Count());
        Assert.Equal(HttpStatusCode.NotFound, await sims[0].StatusAsync($"/virtualcards/{Sim.TravelCard}"));
        Assert.Equal(HttpStatusCode.OK, await sims[1].StatusAsync($"/virtualcards/{Sim.TravelCard}"));
        foreach (var sim in sims)
        {
            await sim.DisposeAsync();
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("nonsense")]
    [InlineData("https://localhost:0")]
    [InlineData("http://127.0.0.1:0;ftp://x")]
    public async Task An_address_that_is_none_fails_the_start_with_a_word_about_it(string urls)
    {
        var fault = await Assert.ThrowsAsync<SimulatorOptionsException>(() => SimulatorServer.StartAsync(new SimulatorOptions { Urls = urls }, Sim.Cancellation));

        Assert.Contains("address", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_a_certificate_it_speaks_https()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n", Sim.Cancellation);
        await using var server = await SimulatorServer.StartAsync(
            new SimulatorOptions { Urls = "https://localhost:0", Certificate = file }, Sim.Cancellation);
        File.Delete(file);
        var trust = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        trust.CustomTrustStore.Add(certificate);
        using var handler = new SocketsHttpHandler { SslOptions = { CertificateChainPolicy = trust } };
        using var http = new HttpClient(handler) { BaseAddress = server.Address };

        Assert.Equal("https", server.Address.Scheme);
        Assert.Contains("simulator", await http.GetStringAsync("/sim", Sim.Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://localhost:0")]
    [InlineData("http://127.0.0.1:0/")]
    [InlineData("http://127.0.0.1:0;http://127.0.0.1:0")]
    public async Task A_free_port_is_taken_and_told(string urls)
    {
        await using var server = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = urls }, Sim.Cancellation);

        Assert.True(server.Address.Port > 0);
        Assert.Equal("/", server.Address.AbsolutePath);
    }

    [Theory]
    [InlineData(-1, null)]
    [InlineData(100_001, null)]
    [InlineData(1, 10_001)]
    public async Task A_tenant_too_large_fails_the_start(int cards, int? transactions)
    {
        var options = new SimulatorOptions { Urls = "http://127.0.0.1:0", Tenants = [new TenantOptions { Name = "odd", Cards = cards, TransactionsPerCard = transactions }] };

        await Assert.ThrowsAsync<SimulatorOptionsException>(() => SimulatorServer.StartAsync(options, Sim.Cancellation));
    }
}
