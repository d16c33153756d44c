using System.Globalization;

namespace Vts.Server.Audit;

/// <summary>The names of the files that one record has: <c>audit.jsonl</c>, and before it <c>audit.jsonl.1</c>, <c>audit.jsonl.2</c> and so on.</summary>
internal static class AuditFileNames
{
    /// <summary>The name of the file that many rotations ago was the current one.</summary>
    public static string Of(string path, int age) => age is 0 ? path : $"{path}.{age}";

    /// <summary>Those that are there, the oldest first.</summary>
    public static IReadOnlyList<string> Existing(string path)
    {
        var (folder, name) = (Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(path));
        return !Directory.Exists(folder) ? [] :
        [
            .. Directory.EnumerateFiles(folder)
                .Select(file => (File: file, Age: AgeOf(Path.GetFileName(file), name)))
                .Where(found => found.Age is not null)
                .OrderByDescending(found => found.Age)
                .Select(found => found.File),
        ];
    }

    /// <summary>Opens those that are there, the oldest first, as one state of the record: if they are rotated meanwhile, once more.</summary>
    public static List<StreamReader> Open(string path)
    {
        while (true)
        {
            var before = Older(path);
            List<StreamReader> readers = [];
            try
            {
                // The server may be writing.
                readers.AddRange(Existing(path).Select(file => new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))));
                if (before.SequenceEqual(Older(path)))
                {
                    return readers;
                }
            }
            catch (FileNotFoundException)
            {
                // Rotated away between its listing and its opening.
            }

            readers.ForEach(reader => reader.Dispose());
        }
    }

    // Those that are no longer written: they change when, and only when, the files are rotated.
    private static List<(string File, long Length)> Older(string path) =>
        [.. Existing(path).Where(file => file != Path.GetFullPath(path)).Select(file => (file, new FileInfo(file) is { Exists: true } found ? found.Length : -1))];

    private static int? AgeOf(string file, string name) =>
        file == name ? 0
        : file.StartsWith(name + ".", StringComparison.Ordinal) && int.TryParse(file.AsSpan(name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var age) ? age
        : null;
}
