using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Vts.Server.Hosting;

/// <summary>Turns what can go wrong at the start into one clear line for each fault and exit code 1.</summary>
internal static class StartGuard
{
    /// <summary>Runs the command; 0 if it ended well.</summary>
    public static async Task<int> RunAsync(Func<Task> command)
    {
        try
        {
            await command();
            return 0;
        }
        catch (OptionsValidationException faults)
        {
            return await FailAsync(faults.Failures);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            return await FailAsync([$"{fault.Message.TrimEnd('.')}. Stop what listens there, or choose other addresses with --urls and --Simulator:Urls=."]);
        }
        catch (Exception fault) when (fault is InvalidOperationException or FormatException or IOException or ArgumentException)
        {
            return await FailAsync([fault.Message]);
        }
    }

    private static async Task<int> FailAsync(IEnumerable<string> faults)
    {
        foreach (var fault in faults)
        {
            await Console.Error.WriteLineAsync($"vts-server: {fault.ReplaceLineEndings(" ")}");
        }

        return 1;
    }
}
