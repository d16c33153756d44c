using System.Text.Json;

namespace Vts.Bench.Soak.Checking;

/// <summary>Reads a problem.</summary>
internal static class Problem
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "code", "requestId"];

    /// <summary>Its code, or what is wrong with it.</summary>
    public static (string Code, string? Wrong) Read(Answer answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer.Body);
            var problem = json.RootElement;
            var code = problem.GetProperty("code").GetString()!;
            return (code,
                answer.MediaType != "application/problem+json" ? "a problem has another media type"
                : !problem.EnumerateObject().Select(member => member.Name).SequenceEqual(Members, StringComparer.Ordinal) ? "a problem has other members"
                : problem.GetProperty("status").GetInt32() != answer.Status ? "a problem tells another status"
                : problem.GetProperty("requestId").GetString() != answer.Field("x-request-id") ? "a problem tells another request"
                : answer.Field("Cache-Control")?.Contains("no-store", StringComparison.Ordinal) != true ? "a problem may be kept"
                : answer.Status is 429 or 503 && answer.Field("Retry-After") is null ? "Retry-After is missing"
                : null);
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return ("", $"an answer of {answer.Status} is no problem");
        }
    }
}
