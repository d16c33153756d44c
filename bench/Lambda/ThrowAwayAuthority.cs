using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Vts.Bench.Lambda;

/// <summary>A certificate authority for this run, and the certificate of a server on this machine that it issued.</summary>
internal sealed class ThrowAwayAuthority : IDisposable
{
    private static readonly TimeSpan Life = TimeSpan.FromDays(1);

    private readonly X509Certificate2 _authority;
    private readonly DateTimeOffset _from;

    public ThrowAwayAuthority(TimeProvider time)
    {
        _from = time.GetUtcNow() - Life;
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=VTS bench authority", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        _authority = request.CreateSelfSigned(_from, _from + (3 * Life));
    }

    public X509Certificate2 Certificate => _authority;

    public string Pem => _authority.ExportCertificatePem();

    /// <summary>Certificate and key of a server at localhost, as the simulator reads them.</summary>
    public string IssueServerPem()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: false, hasPathLengthConstraint: false, 0, critical: true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid("1.3.6.1.5.5.7.3.1")], critical: false));
        using var certificate = request.Create(_authority, _from, _from + (2 * Life), RandomNumberGenerator.GetBytes(16));
        return $"{certificate.ExportCertificatePem()}\n{key.ExportPkcs8PrivateKeyPem()}\n";
    }

    public void Dispose() => _authority.Dispose();
}
