using System.Text.RegularExpressions;
using Extend.Connections;

namespace Extend.Sessions;

/// <summary>What an answer to a sign-in says of the login, where it is a sign that trying again could harm it.</summary>
internal static partial class SignInRisk
{
    // What is said of a login is said at the beginning.
    private const int MostRead = 10_000;

    /// <summary>The risk; null if the answer is a session, or a fault that has nothing to do with the login.</summary>
    public static ExtendFault? Of(Answer answer) => answer switch
    {
        { IsWebPage: true, Status: < 500 } => ExtendFault.SignInChallenged,
        { Status: 423 } => ExtendFault.AccountLocked,
        { Status: 406 } => ExtendFault.SignInVersionRefused,
        { Status: 400 or 401 or 403 or 404 or 422 } => OfText(answer.ErrorText())
            ?? (answer.Status == 403 ? ExtendFault.SignInForbidden : ExtendFault.SignInRefused),
        _ => null,
    };

    private static ExtendFault? OfText(string text)
    {
        var beginning = text.AsSpan(0, Math.Min(text.Length, MostRead));
        return Locked().IsMatch(beginning) ? ExtendFault.AccountLocked
            : Code().IsMatch(beginning) ? ExtendFault.SignInNeedsCode
            : null;
    }

    [GeneratedRegex(@"\b(locked|suspended|disabled|blocked)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Locked();

    [GeneratedRegex(@"\b(one-time|verification|mfa|otp|two-factor|2fa)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
