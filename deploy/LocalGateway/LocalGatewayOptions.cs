using Vts.LocalGateway.StandIns;

namespace Vts.LocalGateway;

/// <summary>How a local gateway starts.</summary>
public sealed class LocalGatewayOptions
{
    /// <summary>Where it listens: one or more addresses joined by semicolons; port 0 takes a free port.</summary>
    public string Urls { get; init; } = "http://localhost:5090";

    /// <summary>The folder with the published functions, one folder each. Null: <c>artifacts/functions/x64</c> of the repository.</summary>
    public string? Functions { get; init; }

    /// <summary>The only function that need be published, by its short name. Null: all.</summary>
    public string? OnlyFunction { get; init; }

    /// <summary>The synthesized CloudFormation template. Null: <c>deploy/template.json</c> of the repository.</summary>
    public string? Template { get; init; }

    /// <summary>
    /// The configuration that functions read from SSM: a key, as in <c>Extend:Accounts:main:ApiKey</c>, and its value. Null: a
    /// simulator of the gateway's own, and the token <c>demo</c>.
    /// </summary>
    public IReadOnlyDictionary<string, string>? Parameters { get; init; }

    /// <summary>The DynamoDB Local to use; it is not disposed with the gateway. Null: one of the gateway's own.</summary>
    public DynamoDbLocal? DynamoDb { get; init; }

    /// <summary>The table in it, which the first function to need it creates. Default <c>vts-local</c>.</summary>
    public string Table { get; init; } = "vts-local";

    /// <summary>Instances of each function that may run at once; further calls wait in line. Default 4.</summary>
    public int Concurrency { get; init; } = 4;

    /// <summary>The form of events and answers. Default 1.0.</summary>
    public PayloadVersion Payload { get; init; } = PayloadVersion.One;

    /// <summary>Whether the stage's throttle is enforced. Default true.</summary>
    public bool EnforcesThrottle { get; init; } = true;

    /// <summary>How long a function's start may take before it is tried again within the call. Default 10 s, as Lambda's.</summary>
    public TimeSpan InitLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Environment variables for every function, on top of the template's and before Lambda's own. <c>/var/task</c> in them becomes the function's folder.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Where each line goes that functions and the gateway print, beside <see cref="LocalGatewayServer.Log"/>. Null: nowhere.</summary>
    public Action<string>? Output { get; init; }

    /// <summary>The clock behind deadlines, limits and throttle.</summary>
    public TimeProvider TimeProvider { get; init; } = TimeProvider.System;
}
