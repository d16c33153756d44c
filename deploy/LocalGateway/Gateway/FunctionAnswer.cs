namespace Vts.LocalGateway.Gateway;

/// <summary>A well-formed answer of a function.</summary>
/// <param name="Status">HTTP status.</param>
/// <param name="Headers">Names and values; a name may come more than once.</param>
/// <param name="Body">The body's bytes.</param>
internal sealed record FunctionAnswer(int Status, IReadOnlyList<KeyValuePair<string, string>> Headers, ReadOnlyMemory<byte> Body);
