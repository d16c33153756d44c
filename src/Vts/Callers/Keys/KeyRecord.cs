using System.Text.Json.Serialization;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Callers.Keys;

/// <summary>What is stored of an API key: everything but the key.</summary>
public sealed record KeyRecord
{
    internal const string IdPrefix = "key_";
    internal const int IdLength = 20;

    /// <summary>Names the key in public: <c>key_</c> and 16 letters and digits. It stands in logs and opens nothing.</summary>
    public required string Id { get; init; }

    /// <summary>The caller's name.</summary>
    public required string Name { get; init; }

    /// <summary>The Extend account it reads.</summary>
    public required string Account { get; init; }

    /// <summary>SHA-256 of the key, 64 hexadecimal digits.</summary>
    public required string Sha256 { get; init; }

    /// <summary>What it may read.</summary>
    [JsonConverter(typeof(ScopesConverter))]
    public required Scopes Scopes { get; init; }

    /// <summary>Which cards.</summary>
    public required CardRule Cards { get; init; }

    /// <summary>Which members of a card and a transaction.</summary>
    public required FieldRule Fields { get; init; }

    /// <summary>How much it may ask; null for the service's defaults.</summary>
    public CallerLimits? Limits { get; init; }

    /// <summary>When it was made.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>From when on it opens anything; null for at once.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>From when on it opens nothing any more; null for never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>When it was taken back; null if it was not.</summary>
    public DateTimeOffset? Revoked { get; init; }

    /// <summary>The id of the key that this one was made to replace.</summary>
    public string? Replaces { get; init; }

    /// <summary>Whether it opens anything at this time.</summary>
    public KeyState StateAt(DateTimeOffset now) =>
        Revoked is not null ? KeyState.Revoked
        : Expires <= now ? KeyState.Expired
        : NotBefore > now ? KeyState.NotYetValid
        : KeyState.Live;
}
