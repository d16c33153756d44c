using System.Text.Json.Nodes;

namespace Vts.LocalGateway.Tests;

/// <summary>What every problem of the gateway must be.</summary>
internal static class ProblemAssert
{
    private static readonly string[] Members = ["type", "title", "status", "detail", "code", "requestId"];

    public static async Task IsAsync(int status, string code, HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True((int)answer.StatusCode == status, $"Expected {status} {code}, got {(int)answer.StatusCode}: {body}");
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(body)!.AsObject();
        Assert.Equal(Members, problem.Select(member => member.Key));
        Assert.Equal((code, status), ((string?)problem["code"], (int?)problem["status"]));
        Assert.Equal(answer.Headers.GetValues("x-request-id").Single(), (string?)problem["requestId"]);
        Assert.Equal("no-store", answer.Headers.CacheControl?.ToString());
    }
}
