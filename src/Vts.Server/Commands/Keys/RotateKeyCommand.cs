using System.CommandLine;
using Vts.Callers.Keys;

namespace Vts.Server.Commands.Keys;

/// <summary><c>vts-server keys rotate KEY</c>.</summary>
internal static class RotateKeyCommand
{
    private static readonly Option<TimeSpan> Grace = Moments.Duration("--grace", "How long the old key goes on beside the new one", TimeSpan.FromHours(24));
    private static readonly Option<DateTimeOffset?> Expires = Moments.Option("--expires", "The new key is valid until then. Default: for as long as the old one was made for");

    public static Command Create(string[] settings)
    {
        var command = new Command("rotate", "Make a second key with the same settings, show it this once, and let the old one end after a grace")
        {
            KeysCommand.IdOrName, Grace, Expires, KeysCommand.Json,
        };
        command.SetAction((parsed, cancellationToken) => KeysCommand.RunAsync(settings, async (store, _) =>
        {
            var issuer = new KeyIssuer(store, TimeProvider.System);
            var issued = await issuer.RotateAsync(
                parsed.GetRequiredValue(KeysCommand.IdOrName), parsed.GetValue(Grace), parsed.GetValue(Expires), cancellationToken);
            var old = await issuer.FindAsync(issued.Record.Replaces!, cancellationToken);
            Console.WriteLine(parsed.GetValue(KeysCommand.Json)
                ? KeyOutput.Json(issued)
                : $"{KeyOutput.Text(issued)}\n\nThe old key, {old.Id}, ends {KeyOutput.Time(old.Expires!.Value)}.");
        }));
        return command;
    }
}
