using Amazon.SimpleSystemsManagement;
using Microsoft.Extensions.Configuration;
using Vts.Aws.Ssm;

namespace Vts.Aws.Lambda;

/// <summary>Where a function's settings come from: SSM for the stage's, the environment for what the deployment sets.</summary>
internal static class FunctionSettings
{
    private const string Stage = "VTS_STAGE";
    private static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The path of the stage's parameters.</summary>
    /// <exception cref="ParameterStoreException">The stage is not set.</exception>
    public static string Path => Environment.GetEnvironmentVariable(Stage) is { Length: > 0 } stage
        ? $"/vts/{stage}/"
        : throw new ParameterStoreException($"{Stage} is not set: it says which SSM parameters to read.");

    /// <summary>Adds both; the environment's win.</summary>
    /// <exception cref="ParameterStoreException">The parameters could not be read.</exception>
    public static async Task AddFunctionSettingsAsync(this IConfigurationBuilder configuration, CancellationToken cancellationToken)
    {
        using var ssm = new AmazonSimpleSystemsManagementClient(new AmazonSimpleSystemsManagementConfig { Timeout = CallTimeout, MaxErrorRetry = 1 });
        configuration.AddInMemoryCollection(await new ParameterStore(ssm).ReadAsync(Path, cancellationToken));
        configuration.AddEnvironmentVariables();
    }
}
