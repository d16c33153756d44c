using System.Text.Json.Nodes;
using Vts.LocalGateway.StandIns;

namespace Vts.LocalGateway.Tests;

/// <summary>A local gateway over faulty functions, and a client of it.</summary>
internal sealed class Gateway : IAsyncDisposable
{
    private Gateway(FaultyFunctions functions, LocalGatewayServer server)
    {
        (Functions, Server) = (functions, server);
        Http = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromSeconds(60) };
    }

    public static string Template => Path.Combine(Testing.Repository.Root, "deploy/template.json");

    public FaultyFunctions Functions { get; }

    public LocalGatewayServer Server { get; }

    public HttpClient Http { get; }

    public static async Task<Gateway> StartAsync(
        DynamoDbLocal dynamoDb, PayloadVersion payload = PayloadVersion.One, int concurrency = 4, string? template = null, TimeSpan? initLimit = null, bool enforcesThrottle = false)
    {
        var functions = new FaultyFunctions();
        var server = await LocalGatewayServer.StartAsync(new LocalGatewayOptions
        {
            Urls = "http://127.0.0.1:0",
            Functions = functions.Folder,
            Template = template ?? Template,
            Parameters = new Dictionary<string, string>(StringComparer.Ordinal),
            DynamoDb = dynamoDb,
            Payload = payload,
            EnforcesThrottle = enforcesThrottle,
            Concurrency = concurrency,
            InitLimit = initLimit ?? TimeSpan.FromSeconds(10),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["FAULT_FILE"] = functions.FaultFile },
        });
        return new Gateway(functions, server);
    }

    /// <summary>What the function says that it was given, and what it knows.</summary>
    public async Task<JsonNode> EchoAsync(string path)
    {
        using var answer = await Http.GetAsync(path);
        return await EchoAsync(answer);
    }

    public async Task<JsonNode> EchoAsync(HttpRequestMessage request)
    {
        using var answer = await Http.SendAsync(request);
        return await EchoAsync(answer);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Server.DisposeAsync();
        Functions.Dispose();
    }

    private async Task<JsonNode> EchoAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {body}\n{Server.Log}");
        return JsonNode.Parse(body)!;
    }
}
