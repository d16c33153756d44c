namespace Vts.Server.Audit;

/// <summary>The names of the files that one record has: <c>audit.jsonl</c>, and before it <c>audit.jsonl.1</c>, <c>audit.jsonl.2</c> and so on.</summary>
internal static class AuditFileNames
{
    /// <summary>The name of the file that many rotations ago was the current one.</summary>
    public static string Of(string path, int age) => age is 0 ? path : $"{path}.{age}";

    /// <summary>Those that are there, the oldest first.</summary>
    public static IReadOnlyList<string> Existing(string path)
    {
        var found = new Stack<string>();
        for (var age = 0; age is 0 || File.Exists(Of(path, age)); age++)
        {
            if (File.Exists(Of(path, age)))
            {
                found.Push(Of(path, age));
            }
        }

        return [.. found];
    }
}
