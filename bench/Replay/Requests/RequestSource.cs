namespace Vts.Bench.Replay.Requests;

/// <summary>Where requests come from: the committed list, a list of one's own, or the server's audit record.</summary>
internal static class RequestSource
{
    private const int Most = 10_000;

    /// <summary>The requests, each once, in order.</summary>
    /// <param name="list">A list, or null for the committed one.</param>
    /// <param name="audit">An audit record instead; null for none.</param>
    public static IReadOnlyList<Request> Read(string? list, string? audit)
    {
        var lines = audit is not null ? AuditRequests.Read(Lines(audit))
            : (list is null ? Resource.Read("requests.txt").Split('\n') : Lines(list))
                .Select(line => line.Trim()).Where(line => line.Length > 0 && !line.StartsWith('#'));
        Request[] requests = [.. lines.Distinct(StringComparer.Ordinal).Take(Most + 1).Select(RequestLine.Parse)];
        return requests.Length is > 0 and <= Most
            ? requests
            : throw new ReplayException(requests.Length == 0 ? "There is no request in it." : $"There are more than {Most} requests in it.");
    }

    private static IEnumerable<string> Lines(string path) =>
        File.Exists(path) ? File.ReadLines(path) : throw new ReplayException($"There is no file {path}.");
}
