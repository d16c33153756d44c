using System.Text.Json.Serialization;
using Extend.Json.Lenient;

namespace Extend.Transactions;

/// <summary>A reason why a transaction was declined.</summary>
public sealed record DeclineReason
{
    /// <summary>Extend's code, such as <c>ACCOUNT_INACTIVE</c>; an open set.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Code { get; init; }

    /// <summary>The reason in words; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Description { get; init; }
}
