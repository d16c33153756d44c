using System.CommandLine;
using Vts.Callers.Keys;

namespace Vts.Server.Commands.Keys;

/// <summary><c>vts-server keys show KEY</c>: all that is known of one, by its id or name, or by the key itself on standard input.</summary>
internal static class ShowKeyCommand
{
    private static readonly Argument<string> Which = new("key")
    {
        Description = "The key's id (key_…), or its caller's name; or '-', to be told whose key stands on standard input",
    };

    public static Command Create(string[] settings)
    {
        var command = new Command("show", "Show what is known of a key") { Which, KeysCommand.Json };
        command.SetAction((parsed, cancellationToken) => KeysCommand.RunAsync(settings, async (store, _) =>
        {
            var which = parsed.GetRequiredValue(Which);
            var key = which == "-" ? await FindAsync(store, cancellationToken) : await new KeyIssuer(store, TimeProvider.System).FindAsync(which, cancellationToken);
            var uses = await store.ReadUsesAsync(cancellationToken);
            Console.WriteLine(parsed.GetValue(KeysCommand.Json) ? KeyOutput.Json(key, uses) : KeyOutput.Text(key, uses));
        }));
        return command;
    }

    private static async Task<KeyRecord> FindAsync(IKeyStore store, CancellationToken cancellationToken)
    {
        var token = (await Console.In.ReadLineAsync(cancellationToken))?.Trim() ?? "";
        var hash = TokenHash.Of(token).ToString();
        return (await store.ReadAsync(known: null, cancellationToken))!.Keys.FirstOrDefault(key => string.Equals(key.Sha256, hash, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidOperationException(ApiKey.IsWellFormed(token)
                ? "What stands on standard input is a key, but none of this store."
                : "What stands on standard input is no key: its form or its checksum is wrong.");
    }
}
