using Extend.Simulator;
using Vts.LocalGateway.Functions;
using Vts.LocalGateway.Gateway;
using Vts.LocalGateway.StandIns;
using Vts.LocalGateway.Templates;

namespace Vts.LocalGateway;

/// <summary>The AWS form of VTS on this machine: the published functions behind stand-ins for Lambda, API Gateway, SSM and DynamoDB.</summary>
public sealed class LocalGatewayServer : IAsyncDisposable
{
    private readonly GatewayLog _log;
    private readonly TimeProvider _time;
    private readonly Stack<IAsyncDisposable> _parts = new();
    private Dictionary<string, FunctionPool> _functions = [];

    private LocalGatewayServer(LocalGatewayOptions options) => (_log, _time) = (new GatewayLog(options.Output), options.TimeProvider);

    /// <summary>Where it listens: the first address, with the port it really took. The stage's name is no part of it.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>All that functions and gateway have printed so far.</summary>
    public string Log => _log.Text;

    /// <summary>The stand-in for SSM.</summary>
    public ParameterStore ParameterStore { get; private set; } = null!;

    /// <summary>What stands before DynamoDB Local.</summary>
    public DynamoDbProxy DynamoDb { get; private set; } = null!;

    /// <summary>The gateway's own simulator of Extend; null if it was given parameters.</summary>
    public SimulatorServer? Simulator { get; private set; }

    /// <summary>The functions' processes that there are now.</summary>
    public IReadOnlyList<FunctionInstanceInfo> Instances =>
        [.. All.Where(instance => instance.Pid > 0).Select(instance => new FunctionInstanceInfo(instance.Pid, instance.Function.Name, instance.IsWaiting))];

    /// <summary>The short names of the functions.</summary>
    public IReadOnlyList<string> Functions => [.. _functions.Values.Select(function => function.Function.Name).Order(StringComparer.Ordinal)];

    private IEnumerable<FunctionInstance> All => _functions.Values.SelectMany(function => function.Instances);

    /// <summary>Starts a gateway and returns once it listens. Functions start when they are first called.</summary>
    /// <exception cref="LocalGatewayException">Something it needs is missing; the message says how to get it.</exception>
    /// <exception cref="IOException">An address is taken.</exception>
    public static async Task<LocalGatewayServer> StartAsync(LocalGatewayOptions options, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        var server = new LocalGatewayServer(options);
        try
        {
            await server.RunAsync(options, cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Calls a function by its short name with an event of your own, past the gateway.</summary>
    /// <exception cref="LocalGatewayException">There is no such function.</exception>
    public Task<InvocationResult> InvokeAsync(string function, ReadOnlyMemory<byte> @event, CancellationToken cancellationToken = default)
    {
        var pool = _functions.Values.FirstOrDefault(pool => pool.Function.Name == function)
            ?? throw new LocalGatewayException($"There is no function {function}. There are: {string.Join(", ", Functions)}");
        return pool.InvokeAsync(Invocation.Of(@event, Invocation.NewTraceRoot(_time)), cancellationToken);
    }

    /// <summary>Ends a function's process as a crash would; false if there is no such process.</summary>
    public bool Kill(int pid) => Act(pid, instance => instance.Kill());

    /// <summary>Stops a function's process, whatever it is doing, until <see cref="Thaw"/>; false if there is no such process.</summary>
    public bool Freeze(int pid) => Act(pid, instance => instance.Freeze());

    /// <summary>Lets a process go on after <see cref="Freeze"/>; false if there is no such process.</summary>
    public bool Thaw(int pid) => Act(pid, instance => instance.Thaw());

    /// <summary>Stops a function's process for a while.</summary>
    public async Task FreezeAsync(int pid, TimeSpan duration, CancellationToken cancellationToken = default)
    {
        if (Freeze(pid))
        {
            await Task.Delay(duration, _time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            Thaw(pid);
        }
    }

    /// <summary>Stops listening, ends all processes, and closes the stand-ins that are its own.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_parts.TryPop(out var part))
        {
            await part.DisposeAsync();
        }
    }

    private async Task RunAsync(LocalGatewayOptions options, CancellationToken cancellationToken)
    {
        var template = StackTemplate.Read(options.Template ?? Path.Combine(SourceTree.Root, "deploy/template.json"), options.Table);
        var api = RestApi.Read(template);
        var folder = Path.GetFullPath(options.Functions ?? Path.Combine(SourceTree.Root, "artifacts/functions/x64"));
        PublishedFunctions.Check(FunctionReader.Read(template, folder, options.Environment).Values
            .Where(function => options.OnlyFunction is null || function.Name == options.OnlyFunction));

        var parameters = options.Parameters ?? await StartSimulatorAsync(cancellationToken);
        ParameterStore = Own(await ParameterStore.StartAsync($"/vts/{LocalAccount.Stage}/", parameters, _time, cancellationToken));
        var dynamoDb = options.DynamoDb ?? Own(await DynamoDbLocal.StartAsync());
        DynamoDb = Own(await DynamoDbProxy.StartAsync(dynamoDb.Address, _time, cancellationToken));

        var functions = FunctionReader.Read(template, folder, LocalEnvironment(options));
        _functions = functions.ToDictionary(
            function => function.Key,
            function => Own(new FunctionPool(function.Value, options.Concurrency, options.InitLimit, _log, _time)),
            StringComparer.Ordinal);
        var gateway = new RestGateway(api, _functions, Payload(options, api), Throttle(options, api), _log, _time);
        var application = Own(await Loopback.StartAsync(options.Urls, gateway.AnswerAsync, kestrel =>
        {
            // The gateway's own limits are smaller, and answered by it.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = 64 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 64 * 1024;
            kestrel.Limits.MaxRequestHeaderCount = 1000;
        }, cancellationToken));
        Address = new Uri(application.Urls.First());
    }

    private async Task<IReadOnlyDictionary<string, string>> StartSimulatorAsync(CancellationToken cancellationToken)
    {
        Simulator = Own(await SimulatorServer.StartAsync(new SimulatorOptions { Urls = Loopback.FreePort, TimeProvider = _time }, cancellationToken));
        return DemoParameters.For(Simulator.Address);
    }

    private Dictionary<string, string> LocalEnvironment(LocalGatewayOptions options)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VTS_STAGE"] = LocalAccount.Stage,
            ["Sessions__Store"] = "DynamoDb",
            ["Sessions__Table"] = options.Table,
            ["Sessions__CreateTable"] = "true",
            ["AWS_ENDPOINT_URL_DYNAMODB"] = DynamoDb.Address.ToString(),
            ["AWS_ENDPOINT_URL_SSM"] = ParameterStore.Address.ToString(),
            ["AWS_EC2_METADATA_DISABLED"] = "true",
        };
        foreach (var (name, value) in options.Environment)
        {
            environment[name] = value;
        }

        return environment;
    }

    private static IPayload Payload(LocalGatewayOptions options, RestApi api) =>
        options.Payload is PayloadVersion.Two ? new PayloadTwo() : new PayloadOne(new BinaryMedia(api.BinaryMediaTypes));

    private StageThrottle? Throttle(LocalGatewayOptions options, RestApi api) =>
        options.EnforcesThrottle && api is { ThrottleRate: { } rate, ThrottleBurst: { } burst } ? new StageThrottle(rate, burst, _time) : null;

    private bool Act(int pid, Action<FunctionInstance> act)
    {
        if (All.FirstOrDefault(instance => instance.Pid == pid) is not { } instance)
        {
            return false;
        }

        act(instance);
        return true;
    }

    private T Own<T>(T part)
        where T : IAsyncDisposable
    {
        _parts.Push(part);
        return part;
    }
}
