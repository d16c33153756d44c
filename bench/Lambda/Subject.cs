using System.Text.Json.Nodes;
using Vts.LocalGateway;
using Vts.LocalGateway.Functions;

namespace Vts.Bench.Lambda;

/// <summary>A function that is measured, behind a local gateway of its own that starts one instance at a time.</summary>
internal sealed class Subject(string name, LocalGatewayServer gateway, TimeProvider time) : IAsyncDisposable
{
    private const string Function = "ListCards";
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(2);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    public string Name => name;

    /// <summary>The figures of one call that was answered with 200.</summary>
    public async Task<InvocationReport> CallAsync(ReadOnlyMemory<byte> call) => (await AskAsync(call, 200)).Report;

    /// <summary>One call's body, and the figures of the call.</summary>
    /// <exception cref="BenchException">The answer is not of this status.</exception>
    public async Task<(string Body, InvocationReport Report)> AskAsync(ReadOnlyMemory<byte> call, int status)
    {
        var result = await gateway.InvokeAsync(Function, call);
        var report = await result.Report;
        var answer = JsonNode.Parse(result.Payload.Span)!;
        return result.ErrorType is null && (int?)answer["statusCode"] == status
            ? (answer["body"]!.ToString(), report)
            : throw new BenchException($"{name} answered {answer.ToJsonString()}\n{gateway.Log}");
    }

    /// <summary>Ends the process, so that the next call meets a cold start.</summary>
    public async Task EndAsync()
    {
        using var over = new CancellationTokenSource(Patience);
        foreach (var instance in gateway.Instances)
        {
            gateway.Kill(instance.Pid);
            while (Directory.Exists($"/proc/{instance.Pid}"))
            {
                await Task.Delay(Between, time, over.Token);
            }
        }
    }

    public ValueTask DisposeAsync() => gateway.DisposeAsync();
}
