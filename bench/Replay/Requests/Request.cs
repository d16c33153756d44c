namespace Vts.Bench.Replay.Requests;

/// <summary>One thing to ask; may be more than one call.</summary>
/// <param name="Method">The HTTP method.</param>
/// <param name="Target">Path and query; may hold <c>{card}</c>, <c>{recipient}</c> and <c>{creditCard}</c>, which stand for the first card's.</param>
/// <param name="Headers">Headers beside the token's.</param>
/// <param name="Token">Which token it comes with.</param>
/// <param name="Follows">Whether the answer's <c>Link</c> to the next page is followed.</param>
/// <param name="IsRepeated">Whether it is asked again with the answer's <c>ETag</c>.</param>
internal sealed record Request(
    string Method, string Target, IReadOnlyDictionary<string, string> Headers, TokenKind Token, bool Follows, bool IsRepeated)
{
    public override string ToString() => string.Join(" | ", ((string?[])
    [
        Method == "GET" ? Target : $"{Method} {Target}",
        .. Headers.Select(header => $"{header.Key}: {header.Value}"),
        Token == TokenKind.None ? "without token" : Token == TokenKind.Wrong ? "wrong token" : null,
        Follows ? "follow" : null,
        IsRepeated ? "again" : null,
    ]).OfType<string>());
}
