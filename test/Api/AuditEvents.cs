using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Vts.Api.Tests;

/// <summary>Finds events of the audit record in the log of a service.</summary>
public static partial class AuditEvents
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>The one event of the request that was answered so. It is written when the answer is on its way.</summary>
    public static async Task<JsonObject> OfAsync(VtsApp vts, HttpResponseMessage response)
    {
        using var answered = response;
        var id = response.Headers.GetValues("x-request-id").Single();
        using var deadline = new CancellationTokenSource(Patience);
        while (!deadline.IsCancellationRequested)
        {
            if (Line().Matches(vts.Log).Where(match => match.Value.Contains(id)).ToList() is { Count: > 0 } found)
            {
                return JsonNode.Parse(Assert.Single(found).Value)!.AsObject();
            }

            await Task.Yield();
        }

        throw new InvalidOperationException($"There is no event of {id} in: {vts.Log}");
    }

    [GeneratedRegex("""\{"time":"[^{}]*"requestId":[^{}]*\}""", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Line();
}
