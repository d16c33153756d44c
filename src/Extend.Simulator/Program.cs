using System.Net.Sockets;
using System.Runtime.InteropServices;
using Extend.Simulator;

return CommandLine.Read(args) switch
{
    { Message: { } message, IsFault: true } => await FailAsync(message),
    { Message: { } message } => await SayAsync(message),
    var command => await RunAsync(command.Options),
};

static async Task<int> RunAsync(SimulatorOptions options)
{
    var stop = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
    using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
    using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
    try
    {
        await using var server = await SimulatorServer.StartAsync(options);
        await SayAsync($"Extend simulator on {server.Address} (try GET /sim)");
        await stop.Task;
        return 0;
    }
    catch (Exception fault) when (fault is IOException or SocketException or SimulatorOptionsException or InvalidOperationException)
    {
        return await FailAsync(fault.Message);
    }

    void Stop(PosixSignalContext signal)
    {
        signal.Cancel = true;
        stop.TrySetResult();
    }
}

static async Task<int> SayAsync(string message)
{
    await Console.Out.WriteLineAsync(message);
    return 0;
}

static async Task<int> FailAsync(string message)
{
    await Console.Error.WriteLineAsync($"extend-simulator: {message.ReplaceLineEndings(" ")}");
    return 1;
}
