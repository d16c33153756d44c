using System.Text.Json;

namespace Vts.Bench.Replay.Redaction;

/// <summary>What is declared about members of answers: which change by themselves, and which are not told.</summary>
/// <param name="UnheededHeaders">Headers of the way, not of the answer: neither compared nor recorded. <c>*</c> at the end stands for any rest.</param>
/// <param name="VolatileHeaders">Headers of which only their being there is compared and recorded.</param>
/// <param name="VolatileMembers">Members of JSON, or columns, of which only their being there is compared.</param>
/// <param name="RedactedMembers">Members of JSON, or columns, that are compared, but whose values are neither recorded nor shown.</param>
internal sealed record Declaration(
    IReadOnlyList<string> UnheededHeaders, IReadOnlyList<string> VolatileHeaders, IReadOnlyList<string> VolatileMembers, IReadOnlyList<string> RedactedMembers)
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>Reads a declaration.</summary>
    /// <param name="path">Its file, or null for the committed one.</param>
    public static Declaration Read(string? path)
    {
        try
        {
            return JsonSerializer.Deserialize<Declaration>(path is null ? Resource.Read("declaration.json") : File.ReadAllText(path), Form)!;
        }
        catch (Exception fault) when (fault is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new ReplayException($"The declaration {path} cannot be read: {fault.Message}");
        }
    }

    public bool IsUnheeded(string header) => UnheededHeaders.Any(pattern => pattern.EndsWith('*')
        ? header.StartsWith(pattern[..^1], StringComparison.OrdinalIgnoreCase)
        : string.Equals(header, pattern, StringComparison.OrdinalIgnoreCase));

    public bool IsVolatileHeader(string header) => VolatileHeaders.Contains(header, StringComparer.OrdinalIgnoreCase);

    public bool IsVolatile(string member) => VolatileMembers.Contains(member, StringComparer.Ordinal);

    public bool IsRedacted(string member) => RedactedMembers.Contains(member, StringComparer.Ordinal);
}
