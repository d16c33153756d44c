using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Requests;

namespace Vts.Bench.Replay.Targets;

/// <summary>
/// The functions of a deployment, each asked directly by an alias or version, through AWS's command line and with its credentials: no
/// gateway stands before them, so that a version can be asked to which no call goes yet.
/// </summary>
internal sealed class LambdaTarget(string deployment, string qualifier, string? token, TimeSpan patience) : ITarget
{
    public string Name => $"lambda:{deployment}:{qualifier}";

    public bool Takes(Request request, string target) => FunctionRoutes.Find(request.Method, Path(target)) is not null;

    public async Task<Answer> AskAsync(
        Request request, string target, IReadOnlyDictionary<string, string> headers, CancellationToken cancellationToken)
    {
        var route = FunctionRoutes.Find(request.Method, Path(target)) ?? throw new InvalidOperationException("No function answers this path.");
        List<KeyValuePair<string, string>> all = [.. headers];
        if (Tokens.Of(request, token) is { } given)
        {
            all.Add(KeyValuePair.Create("token", given));
        }

        var payload = GatewayEvent.Write(request.Method, target, route, all);
        return await AwsInvoke.RunAsync($"{deployment}-{route.Function}", qualifier, payload, patience, cancellationToken);
    }

    private static string Path(string target) => target.Split('?')[0];
}
