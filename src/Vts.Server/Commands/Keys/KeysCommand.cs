using System.CommandLine;
using Vts.Aws;
using Vts.Callers.Keys;
using Vts.Server.Hosting;

namespace Vts.Server.Commands.Keys;

/// <summary><c>vts-server keys create|list|show|rotate|revoke</c>: looks after the API keys in the store that the settings name.</summary>
internal static class KeysCommand
{
    internal static readonly Option<bool> Json = new("--json") { Description = "Write JSON, for programs" };
    internal static readonly Argument<string> IdOrName = new("key") { Description = "The key's id (key_…), or its caller's name" };

    /// <summary>The command with its parts.</summary>
    public static Command Create(string[] settings) => new("keys", "Make, list, replace and revoke API keys (Callers:Keys:Store)")
    {
        CreateKeyCommand.Create(settings),
        ListKeysCommand.Create(settings),
        ShowKeyCommand.Create(settings),
        RotateKeyCommand.Create(settings),
        RevokeKeyCommand.Create(settings),
    };

    /// <summary>Runs a part on the store that the settings name; the process's exit code.</summary>
    public static Task<int> RunAsync(string[] settings, Func<IKeyStore, IConfiguration, Task> run) => StartGuard.RunAsync(async () =>
    {
        var configuration = ServerDefaults.Configuration(settings);
        await using var provider = new ServiceCollection().AddLogging().AddAwsStores(configuration).AddKeyStore(configuration).BuildServiceProvider();
        provider.GetService<Microsoft.Extensions.Options.IStartupValidator>()?.Validate();
        var store = provider.GetService<IKeyStore>() ?? throw new InvalidOperationException(
            "Callers:Keys:Store is None. Say where the API keys are, as the server is told: "
            + "Callers__Keys__Store=File and Callers__Keys__File=/var/lib/vts/keys.json, or Callers__Keys__Store=DynamoDb and Sessions__Table=…");
        await run(store, configuration);
    });
}
