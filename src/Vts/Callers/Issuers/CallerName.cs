using Vts.Callers.Keys;

namespace Vts.Callers.Issuers;

/// <summary>What the owner of a token is called: after the issuer and its subject there.</summary>
internal static class CallerName
{
    private const int MostLength = 64;
    private const int HashDigits = 8;

    /// <summary>The name. Two subjects of an issuer never have the same, however long or odd they are.</summary>
    public static string Of(string issuer, string subject)
    {
        var isClean = subject.Length <= MostLength && subject.All(static letter => letter is > ' ' and < '\u007f' and not '~');
        return isClean ? $"{issuer}:{subject}" : $"{issuer}:{Clean(subject)}~{TokenHash.Of(subject).ToString()[..HashDigits]}";
    }

    // It stands in logs and tables: nothing that could pass for a line of its own, or for another name.
    private static string Clean(string subject) =>
        string.Concat(subject.Take(MostLength).Select(static letter => letter is > ' ' and < '\u007f' and not '~' ? letter : '_'));
}
