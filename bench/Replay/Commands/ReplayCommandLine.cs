using System.CommandLine;
using Vts.Bench.Replay.Reports;

namespace Vts.Bench.Replay.Commands;

/// <summary>The command line of <c>vts-replay</c>.</summary>
internal static class ReplayCommandLine
{
    private const int Same = 0;
    private const int Different = 1;
    private const int Misuse = 2;

    /// <summary>Does what the arguments say; the process's exit code.</summary>
    public static async Task<int> InvokeAsync(string[] args)
    {
        var root = new RootCommand(
            """
            Asks two builds of VTS the same requests and tells where their answers differ: one after the other by a recording, over data
            that stands still; or side by side, over data that changes.

            Exit code: 0 the same, 1 different, 2 wrongly used, or nobody answers.
            """)
        {
            RecordCommand.Create(), ReplayCommand.Create(), CompareCommand.Create(),
        };
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync();
        return parsed.Errors.Count > 0 ? Misuse : code;
    }

    /// <summary>Tells what keeps a command from its work in a line.</summary>
    public static async Task<int> TellAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is ReplayException or IOException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"vts-replay: {fault.Message}");
            return Misuse;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }

    /// <summary>Prints what came of all requests; the exit code.</summary>
    public static int Print(IReadOnlyList<Outcome> outcomes, bool isJson)
    {
        Console.Out.Write(isJson ? Report.Json(outcomes) : Report.Text(outcomes));
        return outcomes.Any(outcome => outcome.IsTrouble) ? Different : Same;
    }
}
