using System.Text.Json.Serialization;
using Extend.Json.Lenient;

namespace Extend.VirtualCards;

/// <summary>A person as a card tells of them. A member is null where Extend left it out.</summary>
public sealed record User
{
    /// <summary>First name; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? FirstName { get; init; }

    /// <summary>Last name; free text.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? LastName { get; init; }

    /// <summary>E-mail address.</summary>
    [JsonConverter(typeof(LenientText))]
    public string? Email { get; init; }

    /// <summary>First and last name with a space between; null where there is neither.</summary>
    [JsonIgnore]
    public string? Name => $"{FirstName} {LastName}".Trim() is { Length: > 0 } name ? name : null;
}
