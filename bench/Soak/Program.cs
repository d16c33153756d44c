// Loads a published VTS server while faults come and go, and checks every answer. bench/soak.sh builds what it needs and starts it.
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Vts.Bench.Soak;
using Vts.LocalGateway;

using var stop = new CancellationTokenSource();
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    if (args.Contains("--help"))
    {
        Console.Out.WriteLine(SoakOptions.Help);
        return 0;
    }

    var options = SoakOptions.Read(args, RandomNumberGenerator.GetInt32(1_000_000));
    foreach (var program in new[] { options.Server, options.Simulator }.Where(program => !File.Exists(Repository.In(program))))
    {
        throw new BenchException($"there is no {program}; bench/soak.sh builds it");
    }

    return await new SoakRun(options, new SoakClock(TimeProvider.System)).RunAsync(stop.Token) ? 0 : 1;
}
catch (OperationCanceledException) when (stop.IsCancellationRequested)
{
    return 130;
}
catch (Exception fault) when (fault is BenchException or LocalGatewayException)
{
    await Console.Error.WriteLineAsync($"vts-soak: {fault.Message}");
    return 2;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.Cancel();
}
