using System.Security.Cryptography;
using System.Text;

namespace Vts.Bench.Soak.Requests;

/// <summary>Somebody who asks the server, with a token of this run.</summary>
internal sealed record Caller(string Name, string Account)
{
    /// <summary>A caller by password, through the table of sessions.</summary>
    public static Caller Whole { get; } = new("whole", "password");

    /// <summary>A caller by Extend's API key.</summary>
    public static Caller Keyed { get; } = new("keyed", "key");

    /// <summary>A caller who sees few cards, few members of them, and no transaction.</summary>
    public static Caller Narrow { get; } = new("narrow", "password");

    /// <summary>A caller who asks more often than it may.</summary>
    public static Caller Greedy { get; } = new("greedy", "password");

    public static IReadOnlyList<Caller> All { get; } = [Whole, Keyed, Narrow, Greedy];

    public string Token { get; } = $"soak-{RandomNumberGenerator.GetHexString(40)}";

    /// <summary>How the server's settings know the token.</summary>
    public string TokenHash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Token)));
}
