using System.CommandLine;
using System.Text;

namespace Vts.LocalGateway.Commands;

/// <summary>Calls one function once, past the gateway: prints its answer, then Lambda's lines about the call.</summary>
internal static class InvokeCommand
{
    private static readonly Argument<string> Function = new("function") { Description = "The function's name, as in ListCards" };

    private static readonly Argument<string> Event = new("event") { Description = "A file with the event, as in deploy/events/listCards.json; - reads standard input" };

    public static Command Create()
    {
        var command = new Command("invoke", "Call one function with an event from a file: prints its answer, then START, END and REPORT lines")
        {
            Function, Event,
        };
        command.SetAction((parsed, cancellationToken) => Faults.TellAsync(async () =>
        {
            var name = parsed.GetValue(Function)!;
            var @event = await ReadAsync(parsed.GetValue(Event)!, cancellationToken);
            await using var server = await LocalGatewayServer.StartAsync(
                new LocalGatewayOptions
                {
                    Urls = Loopback.FreePort,
                    Functions = await CommonOptions.FunctionsAsync(parsed, [name], cancellationToken),
                    OnlyFunction = name,
                    Template = parsed.GetValue(CommonOptions.Template),
                },
                cancellationToken);
            var result = await server.InvokeAsync(name, @event, cancellationToken);
            var report = await result.Report.WaitAsync(cancellationToken);
            Console.Out.WriteLine(Encoding.UTF8.GetString(result.Payload.Span));
            Console.Out.WriteLine($"START RequestId: {result.RequestId} Version: 1");
            Console.Out.WriteLine($"END RequestId: {result.RequestId}");
            Console.Out.WriteLine(report);
            foreach (var line in server.Log.Split('\n').Where(line => line.StartsWith($"{name} ", StringComparison.Ordinal)).Select(line => line[(name.Length + 1)..]).Where(IsFunctions))
            {
                await Console.Error.WriteLineAsync(line);
            }

            return result.ErrorType is null ? 0 : 1;
        }));
        return command;
    }

    private static bool IsFunctions(string line) =>
        !line.StartsWith("START RequestId: ", StringComparison.Ordinal) && !line.StartsWith("END RequestId: ", StringComparison.Ordinal) && !line.StartsWith("REPORT RequestId: ", StringComparison.Ordinal);

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        if (path != "-")
        {
            return await File.ReadAllBytesAsync(path, cancellationToken);
        }

        using var text = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(text, cancellationToken);
        return text.ToArray();
    }
}
