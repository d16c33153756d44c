using Vts.Bench.Replay.Requests;

namespace Vts.Bench.Replay.Targets;

/// <summary>The token that a request comes with.</summary>
internal static class Tokens
{
    /// <summary>One that nobody has.</summary>
    public const string Wrong = "vts-replay-asks-with-a-token-that-nobody-has";

    public static string? Of(Request request, string? token) => request.Token switch
    {
        TokenKind.None => null,
        TokenKind.Wrong => Wrong,
        _ => token,
    };
}
