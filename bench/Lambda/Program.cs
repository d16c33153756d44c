// Measures the published ListCards against bench/peers/lambda. bench/lambda.sh builds what it needs and starts it.
// vts-lambda-bench [--quick] [--parts FILE]
using System.Runtime.InteropServices;
using Vts.Bench.Lambda;
using Vts.LocalGateway;

var isQuick = args.Contains("--quick");
var parts = Array.IndexOf(args, "--parts") is >= 0 and var at && at + 1 < args.Length ? await File.ReadAllTextAsync(args[at + 1]) : null;
var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);

try
{
    if (!File.Exists(Repository.Function))
    {
        throw new BenchException("The function is not published. Publish it with: deploy/build.sh --arch x64 ListCards");
    }

    var time = TimeProvider.System;
    var circumstances = Circumstances.Read(isQuick, time);
    var load = new MachineLoad(time);
    var figures = new Figures();
    TrustStore[] trustStores;
    await using (var surroundings = await Surroundings.SetUpAsync(time))
    {
        trustStores = surroundings.TrustStores;
        var bench = new Bench(surroundings, isQuick, figures);
        var work = bench.RunAsync();
        if (await Task.WhenAny(work, stop.Task) != work)
        {
            return 130;
        }

        await work;
        circumstances["Load after"] = MachineLoad.Averages();
        circumstances["Rounds"] = $"{bench.ColdRounds} cold starts of each, {Bench.Blocks} blocks of {bench.CallsInBlock} warm calls of each";
    }

    var others = load.Others();
    circumstances["Quiet"] = $"other programs took {others:0%} of the CPU time meanwhile" + (others < 0.05 ? "" : ": NOT QUIET, the figures are a first look only");
    var text = new Report(figures, trustStores).Write(circumstances, parts);
    await File.WriteAllTextAsync(Repository.In("bench/results/lambda.md"), text);
    Console.Out.WriteLine(text);
    return 0;
}
catch (Exception fault) when (fault is BenchException or LocalGatewayException)
{
    await Console.Error.WriteLineAsync($"vts-lambda-bench: {fault.Message}");
    return 1;
}

void Stop(PosixSignalContext signal)
{
    signal.Cancel = true;
    stop.TrySetResult();
}
