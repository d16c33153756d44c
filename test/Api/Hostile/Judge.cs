using System.Text.Json.Nodes;
using Vts.Api.Tests.Faces;
using Vts.Errors;

namespace Vts.Api.Tests.Hostile;

/// <summary>Holds an answer to the contract.</summary>
internal static class Judge
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "code", "requestId"];

    // What a path that is no operation's may say, and a method that is none; the contract tells of operations alone.
    private static readonly int[] OfNoOperation = [400, 404, 405, 413, 414, 431];

    // The web server's own words for what is no HTTP.
    private static readonly int[] OfNoHttp = [400, 405, 408, 411, 413, 414, 431, 505];

    /// <summary>What is wrong with the answer; null if nothing is.</summary>
    public static string? Fault(Attempt attempt, WireAnswer? answer)
    {
        if (answer is null)
        {
            return attempt.IsWellFormed ? "no answer" : null;
        }

        var isHead = attempt.Method == "HEAD";
        return StatusFault(attempt, answer.Status) ?? EchoFault(attempt, answer)
            ?? (!answer.IsWhole ? "the body is not as long as it says" : null)
            ?? (isHead && answer.Body.Length > 0 ? "a HEAD has a body" : null)
            ?? (answer.Status switch
            {
                200 when isHead => null,
                200 => Rows.Fault(Contract.Of(PathOf(attempt)) ?? attempt.Operation, attempt.IsWellFormed ? attempt.Form : null, answer),
                204 or 304 => answer.Body.Length > 0 ? "a body where there is none" : null,
                _ => ProblemFault(attempt, answer, isHead),
            });
    }

    // Without the suffix of a form.
    private static string PathOf(Attempt attempt) =>
        new[] { ".ndjson", ".json", ".csv" }.FirstOrDefault(suffix => attempt.Path.EndsWith(suffix, StringComparison.Ordinal)) is { } suffix ? attempt.Path[..^suffix.Length] : attempt.Path;

    private static string? StatusFault(Attempt attempt, int status)
    {
        if (attempt.Expected.Length > 0)
        {
            return attempt.Expected.Contains(status) || (Face.IsGateway && attempt.Expected.Any(due => IsGateways(due, status))) ? null : $"expected {string.Join(" or ", attempt.Expected)}, got {status}";
        }

        var documented = (Contract.Of(PathOf(attempt)) ?? attempt.Operation).Statuses;
        return status < 500 && (documented.Contains(status) || OfNoOperation.Contains(status)) ? null
            : !attempt.IsWellFormed && OfNoHttp.Contains(status) ? null
            : $"got {status}";
    }

    // A gateway has limits of its own before ours, and takes no header that is no text.
    private static bool IsGateways(int due, int status) => (due, status) is (414 or 431, 413) or (401, 400);

    // A Link repeats the caller's query; it is on answers alone.
    private static string? EchoFault(Attempt attempt, WireAnswer answer)
    {
        var said = $"{string.Concat(answer.Headers)}{(answer.Status == 200 ? "" : answer.Text)}";
        return answer.Text.Contains(VtsApp.Token, StringComparison.OrdinalIgnoreCase) || said.Contains(VtsApp.Token, StringComparison.OrdinalIgnoreCase) ? "it repeats the token"
            : answer.Status != 200 && said.Contains(Attempt.Canary, StringComparison.OrdinalIgnoreCase) ? "it repeats what was sent"
            : attempt.IsWellFormed && answer["x-request-id"] is null ? "it has no x-request-id"
            : null;
    }

    private static string? ProblemFault(Attempt attempt, WireAnswer answer, bool isHead)
    {
        if (answer.Body.Length == 0)
        {
            return isHead || !attempt.IsWellFormed ? null : "a refusal without a problem";
        }

        if (answer["Content-Type"]?.StartsWith("application/problem+json", StringComparison.Ordinal) != true)
        {
            return "a refusal that is no problem";
        }

        var problem = JsonNode.Parse(answer.Body)!.AsObject();
        return !problem.Select(member => member.Key).SequenceEqual(Members) ? "not the members of a problem"
            : (int?)problem["status"] != answer.Status ? "another status in the body"
            : (string?)problem["requestId"] != answer["x-request-id"] ? "another requestId in the body"
            : Problems.All.All(known => known.Code != (string?)problem["code"] || known.Status != answer.Status) ? "a code that is in no table"
            : answer.Status == 405 && answer["Allow"] != "GET, HEAD" ? "a 405 that does not say what is allowed"
            : answer.Status is 401 && answer["WWW-Authenticate"] is null ? "a 401 that does not say how"
            : answer["Cache-Control"] != "no-store" ? "a problem that may be kept"
            : null;
    }
}
