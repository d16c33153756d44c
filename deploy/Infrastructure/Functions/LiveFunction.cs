using Amazon.CDK;
using Amazon.CDK.AWS.Lambda;
using Amazon.CDK.AWS.Logs;
using Constructs;
using Vts.Infrastructure.Access;
using Vts.Infrastructure.Configuration;

namespace Vts.Infrastructure.Functions;

/// <summary>A function with its role, its log, a version for each state of it, and the alias <c>live</c> that all calls go to.</summary>
internal sealed class LiveFunction : Construct
{
    /// <summary>The alias that the gateway, the schedule and the deployments use.</summary>
    public const string AliasName = "live";

    public LiveFunction(Construct scope, string name, Settings settings, DataReferences data)
        : base(scope, name)
    {
        Name = name;
        FullName = $"{settings.Name}-{name}";
        var logName = $"/aws/lambda/{FullName}";
        Function = new Function(this, "Function", new FunctionProps
        {
            FunctionName = FullName,
            Description = $"VTS {settings.Stage}: {name}",
            Runtime = Runtime.PROVIDED_AL2023,
            Architecture = settings.Arch == "x64" ? Architecture.X86_64 : Architecture.ARM_64,
            Handler = "bootstrap",
            Code = Code.FromAsset(Path.Combine(settings.FunctionsFolder, name)),
            MemorySize = 512,
            // A second less than the gateway waits, so that the answer is ours.
            Timeout = Duration.Seconds(28),
            Tracing = Tracing.ACTIVE,
            Environment = FunctionEnvironment.Of(settings, data),
            Role = FunctionRole.Create(this, logName, settings, data),
            LogGroup = new LogGroup(this, "Log", LogKeeping.Group(logName, settings.LogRetentionDays)),
            LoggingFormat = LoggingFormat.JSON,
            // The version before stays, so that the alias can be led back to it at once.
            CurrentVersionOptions = new VersionOptions { RemovalPolicy = RemovalPolicy.RETAIN },
        });
        Live = new Alias(this, "Live", new AliasProps { AliasName = AliasName, Version = Function.CurrentVersion });
        if (settings.Serving.TryGetValue(name, out var serving))
        {
            // The new version is published all the same: it is compared with this one before it gets a call.
            ((CfnAlias)Live.Node.DefaultChild!).FunctionVersion = serving;
        }
    }

    /// <summary>The function's name among the others, such as <c>ListCards</c>.</summary>
    public string Name { get; }

    /// <summary>The function's name at Lambda, such as <c>vts-prod-ListCards</c>.</summary>
    public string FullName { get; }

    /// <summary>The function.</summary>
    public Function Function { get; }

    /// <summary>What calls go to.</summary>
    public Alias Live { get; }
}
