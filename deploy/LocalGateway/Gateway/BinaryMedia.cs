namespace Vts.LocalGateway.Gateway;

/// <summary>The media types whose bodies a REST API treats as bytes; all others are text.</summary>
internal sealed class BinaryMedia(IReadOnlyList<string> types)
{
    public bool Includes(string? mediaType)
    {
        var bare = mediaType?.Split(';')[0].Trim();
        return types.Any(type => type == "*/*" || string.Equals(type, bare, StringComparison.OrdinalIgnoreCase));
    }
}
