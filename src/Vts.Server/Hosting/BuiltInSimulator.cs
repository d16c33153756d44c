using Extend;
using Extend.Simulator;
using Microsoft.Extensions.Options;
using Vts.Callers;

namespace Vts.Server.Hosting;

/// <summary>Stands in for Extend where no account is configured. The token <c>demo</c> is known only then.</summary>
internal static class BuiltInSimulator
{
    private const string DemoToken = "demo";

    /// <summary>Starts the simulator and points the configuration at it; null if an account is configured.</summary>
    /// <exception cref="OptionsValidationException">An address for Extend is set, but no account.</exception>
    public static async Task<SimulatorServer?> StartIfNeededAsync(ConfigurationManager configuration, CancellationToken cancellationToken)
    {
        var extend = configuration.GetSection(ExtendOptions.Section);
        if (extend.GetSection(nameof(ExtendOptions.Accounts)).GetChildren().Any())
        {
            return null;
        }

        if (!string.IsNullOrEmpty(extend[nameof(ExtendOptions.BaseUrl)]))
        {
            throw new OptionsValidationException(ExtendOptions.Section, typeof(ExtendOptions),
            [
                "BaseUrl is set, but no account: set Extend:Accounts:main:ApiKey and Extend:Accounts:main:ApiSecret "
                + "(as environment variables: Extend__Accounts__main__ApiKey and so on), and a caller: Callers:0:Name and Callers:0:TokenSha256",
            ]);
        }

        var simulator = await SimulatorServer.StartAsync(
            configuration["Simulator:Urls"] is { Length: > 0 } urls ? new SimulatorOptions { Urls = urls } : new SimulatorOptions(), cancellationToken);
        configuration.AddInMemoryCollection(new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Extend:BaseUrl"] = simulator.Address.ToString(),
            ["Extend:Accounts:demo:ApiKey"] = "apik_demo",
            ["Extend:Accounts:demo:ApiSecret"] = "demo",
            ["Callers:demo:Name"] = "demo",
            ["Callers:demo:TokenSha256"] = KnownCallers.Hash(DemoToken),
            ["Callers:demo:Account"] = "demo",
        });
        return simulator;
    }
}
