using System.Text.RegularExpressions;

namespace Vts.Tests.Forms;

/// <summary>Takes the guard off again, as the documentation tells a reader to.</summary>
internal static partial class Unguarded
{
    public static string Text(string cell) => Guarded().IsMatch(cell) ? cell[1..] : cell;

    [GeneratedRegex(@"^'[\s'""‘’“”＇＂`]*([=+\-@＝＋－＠\t\r\n]|#rows)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Guarded();
}
