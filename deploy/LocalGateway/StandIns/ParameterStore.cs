using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vts.LocalGateway.StandIns;

/// <summary>
/// A small stand-in for SSM's parameters: GetParametersByPath, GetParameter and GetParameters, JSON 1.1. SecureStrings are told in
/// the clear only with WithDecryption. It can be told to refuse, to throttle, to hang or to be slow.
/// </summary>
public sealed class ParameterStore : IAsyncDisposable
{
    private const int PageSize = 10;
    private const string Target = "AmazonSSM.";

    // Names of configuration keys that hold a secret.
    private static readonly string[] Secrets = ["ApiSecret", "Password", "BearerToken", "EncryptionKey"];

    private readonly SortedDictionary<string, string> _values;
    private readonly ConcurrentQueue<string> _asked = new();
    private readonly TimeProvider _time;
    private WebApplication? _application;

    private ParameterStore(SortedDictionary<string, string> values, TimeProvider time) => (_values, _time) = (values, time);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(_application!.Urls.First());

    /// <summary>How it behaves from now on. Default well.</summary>
    public StandInMood Mood { get; set; }

    /// <summary>How long an answer takes in the mood <see cref="StandInMood.Slow"/>.</summary>
    public TimeSpan Latency { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>The actions asked for so far, in order, as in <c>GetParametersByPath</c>.</summary>
    public IReadOnlyCollection<string> Asked => _asked;

    /// <summary>Starts it on a free port.</summary>
    /// <param name="path">The path under which the parameters are, with a slash at both ends.</param>
    /// <param name="parameters">The parameters: a configuration key, as in <c>Extend:Accounts:main:ApiKey</c>, and its value.</param>
    /// <param name="time">The clock of slow answers.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    public static async Task<ParameterStore> StartAsync(
        string path, IReadOnlyDictionary<string, string> parameters, TimeProvider time, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        var values = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in parameters)
        {
            values[path + key.Replace(':', '/')] = value;
        }

        var store = new ParameterStore(values, time);
        store._application = await Loopback.StartAsync(store.AnswerAsync, _ => { }, cancellationToken);
        return store;
    }

    /// <summary>Closes it, with all that is under way.</summary>
    public ValueTask DisposeAsync() => _application is null ? ValueTask.CompletedTask : Loopback.StopAsync(_application);

    private async Task AnswerAsync(HttpContext context)
    {
        var action = context.Request.Headers["X-Amz-Target"].ToString();
        _asked.Enqueue(action.StartsWith(Target, StringComparison.Ordinal) ? action[Target.Length..] : action);
        if (!context.Request.Headers.Authorization.ToString().StartsWith("AWS4-HMAC-SHA256 ", StringComparison.Ordinal))
        {
            await ServiceFault.WriteAsync(context, 400, "MissingAuthenticationTokenException", "Missing Authentication Token");
            return;
        }

        if (await Moods.RefuseAsync(context, Mood, Latency, _time, "ThrottlingException"))
        {
            return;
        }

        using var request = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        await (action switch
        {
            Target + "GetParametersByPath" => ByPathAsync(context, request.RootElement),
            Target + "GetParameter" => OneAsync(context, request.RootElement),
            Target + "GetParameters" => SomeAsync(context, request.RootElement),
            _ => ServiceFault.WriteAsync(context, 400, "UnknownOperationException", $"No such operation here: {action}"),
        });
    }

    private Task ByPathAsync(HttpContext context, JsonElement request)
    {
        var path = request.GetProperty("Path").GetString()!.TrimEnd('/') + "/";
        var isRecursive = Flag(request, "Recursive");
        var first = request.TryGetProperty("NextToken", out var token) && token.ValueKind is JsonValueKind.String
            ? int.Parse(token.GetString()!, CultureInfo.InvariantCulture)
            : 0;
        var size = request.TryGetProperty("MaxResults", out var most) && most.ValueKind is JsonValueKind.Number ? Math.Min(most.GetInt32(), PageSize) : PageSize;
        string[] names = [.. _values.Keys.Where(name => name.StartsWith(path, StringComparison.Ordinal) && (isRecursive || !name[path.Length..].Contains('/')))];
        var answer = new JsonObject
        {
            ["Parameters"] = new JsonArray([.. names.Skip(first).Take(size).Select(name => Parameter(name, Flag(request, "WithDecryption")))]),
        };
        if (first + size < names.Length)
        {
            answer["NextToken"] = $"{first + size}";
        }

        return SendAsync(context, answer);
    }

    private Task OneAsync(HttpContext context, JsonElement request)
    {
        var name = request.GetProperty("Name").GetString()!;
        return _values.ContainsKey(name)
            ? SendAsync(context, new JsonObject { ["Parameter"] = Parameter(name, Flag(request, "WithDecryption")) })
            : ServiceFault.WriteAsync(context, 400, "ParameterNotFound", $"Parameter {name} not found.");
    }

    private Task SomeAsync(HttpContext context, JsonElement request)
    {
        var names = request.GetProperty("Names").EnumerateArray().Select(name => name.GetString()!).ToLookup(_values.ContainsKey);
        return SendAsync(context, new JsonObject
        {
            ["Parameters"] = new JsonArray([.. names[true].Select(name => Parameter(name, Flag(request, "WithDecryption")))]),
            ["InvalidParameters"] = new JsonArray([.. names[false].Select(name => JsonValue.Create(name))]),
        });
    }

    private JsonObject Parameter(string name, bool decrypted)
    {
        var isSecret = Secrets.Contains(name.Split('/')[^1], StringComparer.Ordinal);
        return new JsonObject
        {
            ["Name"] = name,
            ["Type"] = isSecret ? "SecureString" : "String",
            ["Value"] = isSecret && !decrypted ? "AQICAHencrypted" : _values[name],
            ["Version"] = 1,
            ["LastModifiedDate"] = 1767225600.0,
            ["ARN"] = $"arn:aws:ssm:{LocalAccount.Region}:{LocalAccount.Id}:parameter{name}",
            ["DataType"] = "text",
        };
    }

    private static bool Flag(JsonElement request, string name) => request.TryGetProperty(name, out var flag) && flag.ValueKind is JsonValueKind.True;

    private static Task SendAsync(HttpContext context, JsonObject answer) =>
        context.Response.WriteAsJsonAsync(answer, options: null, "application/x-amz-json-1.1", context.RequestAborted);
}
