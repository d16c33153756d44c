using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Vts.LocalGateway.StandIns;

namespace Vts.Bench.Soak.Processes;

/// <summary>DynamoDB Local with the table of sessions; it forgets all when it is stopped, and has the table again when it is started.</summary>
internal sealed class SessionTable : IAsyncDisposable
{
    public const string Name = "vts-soak";

    private readonly DynamoDbLocal _local;

    private SessionTable(DynamoDbLocal local) => _local = local;

    public IReadOnlyDictionary<string, string> Environment => _local.Environment;

    public static async Task<SessionTable> BeginAsync()
    {
        var table = new SessionTable(await DynamoDbLocal.StartAsync());
        await table.CreateAsync();
        return table;
    }

    public async Task StartAsync()
    {
        await _local.RunAsync();
        await CreateAsync();
    }

    public Task StopAsync() => _local.StopAsync();

    public ValueTask DisposeAsync() => _local.DisposeAsync();

    private static JsonObject Named(string name, string what, string value) => new() { ["AttributeName"] = name, [what] = value };

    private async Task CreateAsync()
    {
        using var http = new HttpClient { BaseAddress = _local.Address, Timeout = TimeSpan.FromSeconds(30) };
        using var content = new StringContent(new JsonObject
        {
            ["TableName"] = Name,
            ["BillingMode"] = "PAY_PER_REQUEST",
            ["KeySchema"] = new JsonArray(Named("pk", "KeyType", "HASH"), Named("sk", "KeyType", "RANGE")),
            ["AttributeDefinitions"] = new JsonArray(Named("pk", "AttributeType", "S"), Named("sk", "AttributeType", "S")),
        }.ToJsonString());
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-amz-json-1.0");
        content.Headers.TryAddWithoutValidation("X-Amz-Target", "DynamoDB_20120810.CreateTable");
        http.DefaultRequestHeaders.TryAddWithoutValidation(
            "Authorization", "AWS4-HMAC-SHA256 Credential=local/20260101/us-east-1/dynamodb/aws4_request, SignedHeaders=host, Signature=0");
        using var answer = await http.PostAsync(new Uri("/", UriKind.Relative), content);
        if (!answer.IsSuccessStatusCode)
        {
            throw new BenchException($"DynamoDB Local made no table: {await answer.Content.ReadAsStringAsync()}");
        }
    }
}
