using Extend;
using Microsoft.Extensions.Options;
using Vts.Callers.Keys;

namespace Vts.Callers;

/// <summary>The callers named in configuration, found by the SHA-256 of their token.</summary>
public sealed class KnownCallers
{
    private readonly CredentialIndex _callers;

    /// <summary>Takes the validated configuration.</summary>
    public KnownCallers(IOptions<CallersOptions> callers, IOptions<ExtendOptions> extend)
    {
        ArgumentNullException.ThrowIfNull(callers);
        ArgumentNullException.ThrowIfNull(extend);
        _callers = new CredentialIndex(callers.Value.Known.Select(known => new Credential(
            TokenHash.Parse(known.TokenSha256!),
            known.ToCaller(known.Name!, known.Account ?? extend.Value.Accounts.Keys.Single()),
            Key: null)));
    }

    /// <summary>How a token is kept: the SHA-256 of its UTF-8 bytes, in hexadecimal.</summary>
    public static string Hash(string token) => TokenHash.Of(token).ToString();

    /// <summary>The caller with this token; null if there is none.</summary>
    public Caller? Find(string token) => Find(TokenHash.Of(token));

    /// <summary>The caller whose token has this hash; null if there is none. Takes the same work for every hash.</summary>
    internal Caller? Find(TokenHash hash) => _callers.TryFind(hash, out var credential) ? credential.Caller : null;
}
