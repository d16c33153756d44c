using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Vts.Testing;

namespace Vts.Functions.Tests;

/// <summary>The certificate authorities that a function trusts.</summary>
public sealed class RootsTests
{
    private static readonly TimeSpan TwoYears = TimeSpan.FromDays(2 * 365);

    [Fact]
    public void The_authorities_are_those_of_the_list_by_fingerprint()
    {
        var listed = Repository.Read("src/Functions/roots.txt").Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split(' ')[0]);

        Assert.Equal(listed, Roots().Select(root => root.GetCertHashString(HashAlgorithmName.SHA256).ToLowerInvariant()));
    }

    [Fact]
    public void None_of_them_ends_within_two_years() =>
        Assert.All(Roots(), root => Assert.True(root.NotAfter.ToUniversalTime() > TimeProvider.System.GetUtcNow().UtcDateTime + TwoYears, $"{root.Subject} ends {root.NotAfter:yyyy-MM-dd}: make roots.pem anew"));

    [Fact]
    public void Each_is_an_authority_that_signed_itself() =>
        Assert.All(Roots(), root => Assert.Equal(root.Issuer, root.Subject));

    private static X509Certificate2Collection Roots()
    {
        var roots = new X509Certificate2Collection();
        roots.ImportFromPem(Repository.Read("src/Functions/roots.pem"));
        return roots;
    }
}
