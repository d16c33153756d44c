using System.CommandLine;
using Vts.Callers.Keys;

namespace Vts.Server.Commands.Keys;

/// <summary><c>vts-server keys revoke KEY</c>: asks first.</summary>
internal static class RevokeKeyCommand
{
    private static readonly Option<bool> Yes = new("--yes") { Description = "Do not ask" };

    public static Command Create(string[] settings)
    {
        var command = new Command("revoke", "Take a key back: it is refused everywhere within 10 seconds, for ever") { KeysCommand.IdOrName, Yes, KeysCommand.Json };
        command.SetAction((parsed, cancellationToken) => KeysCommand.RunAsync(settings, async (store, _) =>
        {
            var issuer = new KeyIssuer(store, TimeProvider.System);
            var key = await issuer.FindAsync(parsed.GetRequiredValue(KeysCommand.IdOrName), cancellationToken);
            var uses = await store.ReadUsesAsync(cancellationToken);
            if (!parsed.GetValue(Yes) && key.Revoked is null && !await IsMeantAsync(key, uses, cancellationToken))
            {
                throw new InvalidOperationException("Nothing was revoked.");
            }

            var revoked = await issuer.RevokeAsync(key.Id, cancellationToken);
            Console.WriteLine(parsed.GetValue(KeysCommand.Json)
                ? KeyOutput.Json(revoked, uses)
                : $"{revoked.Id} of {revoked.Name} is revoked. Every server refuses it within 10 seconds.");
        }));
        return command;
    }

    private static async Task<bool> IsMeantAsync(KeyRecord key, IReadOnlyDictionary<string, DateTimeOffset> uses, CancellationToken cancellationToken)
    {
        await Console.Error.WriteAsync($"Revoke {key.Id} of {key.Name} (account {key.Account}, last used {KeyOutput.LastUsed(key, uses)})? This cannot be undone. [y/N] ");
        return (await Console.In.ReadLineAsync(cancellationToken))?.Trim().ToUpperInvariant() is "Y" or "YES";
    }
}
