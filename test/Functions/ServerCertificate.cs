using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vts.Functions.Tests;

/// <summary>A certificate for this machine, signed by itself, in a folder of its own.</summary>
internal sealed class ServerCertificate : IDisposable
{
    private readonly string _hash;
    private readonly string _folder = Directory.CreateTempSubdirectory("vts-certificate-").FullName;

    public ServerCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        _hash = certificate.GetCertHashString(HashAlgorithmName.SHA256);
        File.WriteAllText(WithKey, certificate.ExportCertificatePem() + "\n" + key.ExportPkcs8PrivateKeyPem());
        File.WriteAllText(Alone, certificate.ExportCertificatePem());
    }

    /// <summary>Whether this is the very certificate that was shown.</summary>
    public bool Is(X509Certificate? shown) => shown?.GetCertHashString(HashAlgorithmName.SHA256) == _hash;

    /// <summary>For whoever serves with it.</summary>
    public string WithKey => Path.Combine(_folder, "server.pem");

    /// <summary>For whoever trusts it.</summary>
    public string Alone => Path.Combine(_folder, "trusted.pem");

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
