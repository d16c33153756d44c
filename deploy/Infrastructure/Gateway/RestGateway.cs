using Amazon.CDK;
using Amazon.CDK.AWS.APIGateway;
using Amazon.CDK.AWS.Logs;
using Constructs;
using Vts.Infrastructure.Configuration;
using Vts.Infrastructure.Functions;

namespace Vts.Infrastructure.Gateway;

/// <summary>The REST API: the contract's paths, each to its function; the rest is answered here, in the service's words.</summary>
internal sealed class RestGateway : Construct
{
    private readonly Settings _settings;
    private readonly RestApi _api;

    public RestGateway(Construct scope, Settings settings, IReadOnlyDictionary<string, LiveFunction> functions)
        : base(scope, "Gateway")
    {
        _settings = settings;
        var log = new LogGroup(this, "Log", LogKeeping.Group($"/aws/apigateway/{settings.Name}", settings.LogRetentionDays));
        _api = new RestApi(this, "Api", new RestApiProps
        {
            RestApiName = settings.Name,
            Description = $"VTS {settings.Stage}",
            EndpointTypes = [EndpointType.REGIONAL],
            CloudWatchRole = false,
            // The functions do not compress: the gateway does, for those who accept it.
            MinCompressionSize = Size.Kibibytes(1),
            DeployOptions = Stage(log),
        });
        // The stack's own output says the address without a slash at its end.
        _api.Node.TryRemoveChild("Endpoint");
        GatewayAnswers.AddTo(_api);
        foreach (var route in Route.All)
        {
            Add(route, functions[route.Function]);
        }
    }

    /// <summary>Where the API answers; the paths follow.</summary>
    public string Address
    {
        get
        {
            var stack = Amazon.CDK.Stack.Of(this);
            return $"https://{_api.RestApiId}.execute-api.{stack.Region}.{stack.UrlSuffix}/{_settings.Stage}";
        }
    }

    private StageOptions Stage(LogGroup log) => new()
    {
        StageName = _settings.Stage,
        ThrottlingRateLimit = _settings.RequestsPerSecond,
        ThrottlingBurstLimit = _settings.Burst,
        TracingEnabled = true,
        AccessLogDestination = new LogGroupLogDestination(log),
        AccessLogFormat = AccessLogFormat.Custom(AccessLog.Line),
    };

    private void Add(Route route, LiveFunction function)
    {
        var integration = new LambdaIntegration(
            function.Live, new LambdaIntegrationOptions { AllowTestInvoke = false, Timeout = Duration.Seconds(29) });
        foreach (var path in route.Paths.Select(_api.Root.ResourceForPath))
        {
            foreach (var method in Route.Methods)
            {
                path.AddMethod(method, integration);
            }

            OtherMethods.Refuse(path);
        }
    }
}
