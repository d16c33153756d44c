using System.CommandLine;

namespace Vts.Server.Commands.Keys;

/// <summary><c>vts-server keys list</c>.</summary>
internal static class ListKeysCommand
{
    public static Command Create(string[] settings)
    {
        var command = new Command("list", "List the keys, dead ones too") { KeysCommand.Json };
        command.SetAction((parsed, cancellationToken) => KeysCommand.RunAsync(settings, async (store, _) =>
        {
            var read = (await store.ReadAsync(known: null, cancellationToken))!;
            var uses = await store.ReadUsesAsync(cancellationToken);
            Console.WriteLine(parsed.GetValue(KeysCommand.Json) ? KeyOutput.Json(read.Keys, uses) : KeyOutput.Table(read.Keys, uses));
        }));
        return command;
    }
}
