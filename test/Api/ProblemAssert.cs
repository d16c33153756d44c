using System.Text.Json.Nodes;

namespace Vts.Api.Tests;

/// <summary>What every problem must be, on every face.</summary>
internal static class ProblemAssert
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "code", "requestId"];

    public static async Task IsAsync(int status, string code, HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"Expected {status} {code}, got {(int)response.StatusCode}: {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(Members, problem.Select(member => member.Key));
        Assert.Equal(code, (string?)problem["code"]);
        Assert.Equal(status, (int?)problem["status"]);
        Assert.Equal($"urn:vts:problem:{code}", (string?)problem["type"]);
        Assert.Equal(response.Headers.GetValues("x-request-id").Single(), (string?)problem["requestId"]);
        Assert.False(string.IsNullOrWhiteSpace((string?)problem["detail"]));
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        Assert.Equal(status is 401 or 403, response.Headers.WwwAuthenticate.Count > 0);

        // Where Extend fails the throttle may know how long it is not asked again, and then the answer says so.
        var waits = response.Headers.RetryAfter?.Delta > TimeSpan.Zero;
        Assert.True(status is 502 or 504 || waits == status is 429 or 503, $"{status} {code} has Retry-After: {response.Headers.RetryAfter}");
    }
}
