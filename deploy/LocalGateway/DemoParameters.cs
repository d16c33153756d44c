using System.Security.Cryptography;
using System.Text;

namespace Vts.LocalGateway;

/// <summary>The configuration of functions that ask the gateway's own simulator, for one caller whose token is <c>demo</c>.</summary>
internal static class DemoParameters
{
    public static Dictionary<string, string> For(Uri simulator) => new(StringComparer.Ordinal)
    {
        ["Extend:BaseUrl"] = simulator.ToString(),
        ["Extend:Accounts:demo:ApiKey"] = "apik_demo",
        ["Extend:Accounts:demo:ApiSecret"] = "demo",
        ["Callers:demo:Name"] = "demo",
        ["Callers:demo:TokenSha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("demo"))),
        ["Callers:demo:Account"] = "demo",
        // Another for each start: what it protects ends with the memory of DynamoDB Local.
        ["Sessions:EncryptionKey"] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)),
    };
}
