using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Vts.Bench.Lambda;

/// <summary>The table of sessions in DynamoDB Local.</summary>
internal sealed class SessionTable : IDisposable
{
    private readonly HttpClient _http;
    private readonly string _name;

    /// <param name="address">DynamoDB Local's.</param>
    /// <param name="name">The table's name.</param>
    public SessionTable(Uri address, string name)
    {
        _name = name;
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        _http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
    }

    public Task CreateAsync() => AskAsync("CreateTable", new JsonObject
    {
        ["TableName"] = _name,
        ["BillingMode"] = "PAY_PER_REQUEST",
        ["KeySchema"] = new JsonArray(Named("pk", "KeyType", "HASH"), Named("sk", "KeyType", "RANGE")),
        ["AttributeDefinitions"] = new JsonArray(Named("pk", "AttributeType", "S"), Named("sk", "AttributeType", "S")),
    });

    /// <summary>Keeps a token in plain text, for whoever cannot read what VTS encrypts.</summary>
    public Task WriteAsync(string account, string token) => AskAsync("PutItem", new JsonObject
    {
        ["TableName"] = _name,
        ["Item"] = new JsonObject { ["pk"] = Text($"account#{account}"), ["sk"] = Text("session#access"), ["token"] = Text(token) },
    });

    public void Dispose() => _http.Dispose();

    private static JsonObject Named(string name, string what, string value) => new() { ["AttributeName"] = name, [what] = value };

    private static JsonObject Text(string value) => new() { ["S"] = value };

    private async Task AskAsync(string action, JsonObject request)
    {
        using var content = new StringContent(request.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        content.Headers.TryAddWithoutValidation("X-Amz-Target", $"DynamoDB_20120810.{action}");
        using var answer = await _http.PostAsync(new Uri("/", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchException($"DynamoDB Local refused {action}: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
