using System.Security.Cryptography;
using Extend.Sessions;
using Extend.Simulator;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Vts.Aws;
using Vts.Callers.Keys;

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
        catch (Exception fault) when (Lines(fault) is { Length: > 0 } lines)
        {
            foreach (var line in lines)
            {
                await Console.Error.WriteLineAsync($"vts-server: {line.ReplaceLineEndings(" ")}");
            }

            return 1;
        }
    }

    // Anything not listed is a defect of ours, and keeps its stack trace.
    private static string[] Lines(Exception fault) => fault switch
    {
        AggregateException many => [.. many.InnerExceptions.SelectMany(Lines)],
        OptionsValidationException invalid => SettingFaults.Lines(invalid),
        IOException { InnerException: AddressInUseException } =>
            [$"{fault.Message.TrimEnd('.')}. Stop what listens there, or choose other addresses with --urls and --Simulator:Urls="],
        CryptographicException or NotSupportedException =>
            [$"{fault.Message.TrimEnd('.')}. If that is the certificate, see Kestrel:Certificates and Kestrel:Endpoints in docs/hardening.md"],
        InvalidOperationException or FormatException or IOException or SimulatorOptionsException or SessionStoreException or KeyStoreException => [fault.Message],
        _ => [],
    };
}
