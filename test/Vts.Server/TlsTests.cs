using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vts.Testing;

namespace Vts.Server.Tests;

public sealed class TlsTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vts-tls");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_certificate_from_the_configuration_serves_tls_and_browsers_are_told_to_keep_to_it()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=vts.example", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new DateTimeOffset(2120, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var (certificatePath, keyPath) = (Path.Combine(_folder.FullName, "cert.pem"), Path.Combine(_folder.FullName, "key.pem"));
        await File.WriteAllTextAsync(certificatePath, certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(keyPath, key.ExportPkcs8PrivateKeyPem());
        await using var server = new ServerProcess(
        [
            "--urls", "https://127.0.0.1:0", "--Simulator:Urls=http://127.0.0.1:0",
            $"--Kestrel:Certificates:Default:Path={certificatePath}", $"--Kestrel:Certificates:Default:KeyPath={keyPath}",
        ]);
        var address = await server.AddressAsync();
        using var http = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { RemoteCertificateValidationCallback = (_, presented, _, _) => presented?.GetCertHashString(HashAlgorithmName.SHA256) == certificate.GetCertHashString(HashAlgorithmName.SHA256) },
        }) { BaseAddress = address };

        using var response = await http.SendAsync(new HttpRequestMessage(HttpMethod.Get, "/cards") { Headers = { { "token", "demo" }, { "Host", "vts.example" } } });

        Assert.Equal("https", address.Scheme);
        Assert.Equal(200, (int)response.StatusCode);
        Assert.Equal("max-age=31536000", response.Headers.GetValues("Strict-Transport-Security").Single());
    }

    [Theory]
    [InlineData("http://0.0.0.0:0", true)]
    [InlineData("http://127.0.0.1:0", false)]
    public async Task An_address_that_other_machines_reach_without_tls_is_warned_of(string url, bool isWarned)
    {
        await using var server = new ServerProcess(["--urls", url, "--Simulator:Urls=http://127.0.0.1:0"]);
        await server.AddressAsync();
        using var http = new HttpClient { BaseAddress = new UriBuilder(await server.AddressAsync()) { Host = "127.0.0.1" }.Uri };
        using var response = await http.GetAsync("/health/live");
        server.Terminate();
        await server.ExitCodeAsync();

        Assert.Equal(isWarned, server.Output.Contains("without TLS"));
    }
}
