using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Vts.LocalGateway.Functions;

/// <summary>One process of a function behind its Runtime API: frozen while it waits, ended at its deadline or over its memory.</summary>
internal sealed class FunctionInstance : IAsyncDisposable
{
    private static readonly TimeSpan MemoryWatch = TimeSpan.FromMilliseconds(50);

    private readonly FunctionDefinition _function;
    private readonly GatewayLog _log;
    private readonly TimeProvider _time;
    private readonly RuntimeStates _states;
    private readonly CancellationTokenSource _gone = new();
    private readonly Lock _signals = new();
    private readonly ProcessMeter _meter;
    private RuntimeApi? _api;
    private Process? _process;
    private Task _lives = Task.CompletedTask;
    private ITimer? _deadline;
    private bool _isHeld;

    private FunctionInstance(FunctionDefinition function, GatewayLog log, TimeProvider time)
    {
        (_function, _log, _time) = (function, log, time);
        _meter = new ProcessMeter(time);
        _states = new RuntimeStates(OnWaiting, OnResuming, _meter.Answered);
    }

    public int Pid => _meter.Pid;

    public FunctionDefinition Function => _function;

    /// <summary>Done once it waits for the next event (true) or is gone (false).</summary>
    public Task<bool> Idle => _states.Idle;

    public bool IsWaiting => _states.Current is RuntimeState.Waiting;

    public RuntimeState State => _states.Current;

    /// <summary>Starts the process; its start is over when <see cref="InitializeAsync"/> is done.</summary>
    /// <exception cref="LocalGatewayException">There is no such program, or it is none.</exception>
    public static async Task<FunctionInstance> StartAsync(FunctionDefinition function, GatewayLog log, TimeProvider time, CancellationToken cancellationToken)
    {
        var instance = new FunctionInstance(function, log, time);
        instance._api = await RuntimeApi.StartAsync(instance._states, function, time, cancellationToken);
        try
        {
            instance.StartProcess();
        }
        catch (Win32Exception fault)
        {
            await instance.DisposeAsync();
            throw new LocalGatewayException($"{function.Executable} cannot be started: {fault.Message}", fault);
        }

        return instance;
    }

    /// <summary>Waits until the start is over: null, or why it failed. It is ended if the start takes longer than the limit.</summary>
    public async Task<FunctionFault?> InitializeAsync(TimeSpan limit)
    {
        await using var timer = _time.CreateTimer(_ => End(FunctionFault.InitTimedOut(limit)), null, limit, Timeout.InfiniteTimeSpan);
        return await _states.Initialized;
    }

    /// <summary>Calls the function. It must be waiting.</summary>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation)
    {
        _log.Write(_function.Name, $"START RequestId: {invocation.RequestId} Version: 1");
        var (payload, errorType) = await _states.Offer(invocation, FunctionFault.Exited(128 + 9));
        if (errorType is not null)
        {
            _log.Write(_function.Name, $"ERROR RequestId: {invocation.RequestId} Error Type: {errorType} {Encoding.UTF8.GetString(payload.Span)}");
        }

        return new InvocationResult(invocation.RequestId, payload, errorType) { Report = ReportAsync(invocation.RequestId) };
    }

    /// <summary>Ends the process as a crash would.</summary>
    public void Kill() => _process?.Kill();

    /// <summary>Stops the process, whatever it is doing, until <see cref="Thaw"/>.</summary>
    public void Freeze()
    {
        lock (_signals)
        {
            _isHeld = true;
            Signal(ProcessSignals.Stop);
        }
    }

    /// <summary>Lets it go on after <see cref="Freeze"/>; one that waits for an event stays frozen, as Lambda would have it.</summary>
    public void Thaw()
    {
        lock (_signals)
        {
            _isHeld = false;
            if (!IsWaiting)
            {
                Signal(ProcessSignals.Continue);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process?.Kill();
        await _lives;
        if (_api is not null)
        {
            await _api.DisposeAsync();
        }

        _process?.Dispose();
        _gone.Dispose();
    }

    private void StartProcess()
    {
        var start = new ProcessStartInfo(_function.Executable)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _function.Folder,
        };
        FunctionEnvironment.Fill(start.Environment, _function, _api!.Authority);
        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => TakeLine(line.Data);
        _process.ErrorDataReceived += (_, line) => TakeLine(line.Data);
        _process.Start();
        _process.StandardInput.Close();
        _meter.Started(_process.Id);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        _lives = Task.WhenAll(LiveAsync(_process), WatchMemoryAsync());
    }

    private async Task LiveAsync(Process process)
    {
        await process.WaitForExitAsync();
        var fault = FunctionFault.Exited(process.ExitCode);
        _states.End(fault);
        await _gone.CancelAsync();
        _deadline?.Dispose();
    }

    private async Task WatchMemoryAsync()
    {
        using var ticks = new PeriodicTimer(MemoryWatch, _time);
        try
        {
            while (await ticks.WaitForNextTickAsync(_gone.Token))
            {
                if (_meter.Sample()?.ResidentKilobytes / 1024 > _function.MemoryMegabytes)
                {
                    End(FunctionFault.OutOfMemory);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The process is gone.
        }
    }

    private void OnWaiting()
    {
        _deadline?.Dispose();
        _meter.Waiting();
        Signal(ProcessSignals.Stop);
    }

    private void OnResuming()
    {
        _meter.Resuming();
        _deadline = _time.CreateTimer(_ => End(FunctionFault.TimedOut(_function.Timeout)), null, _function.Timeout, Timeout.InfiniteTimeSpan);
        lock (_signals)
        {
            if (!_isHeld)
            {
                Signal(ProcessSignals.Continue);
            }
        }
    }

    /// <summary>Ends the process for a reason of ours, which is told before its exit can be.</summary>
    private void End(FunctionFault fault)
    {
        _meter.Sample();
        _states.End(fault);
        _log.Write(_function.Name, $"KILLED {fault.Type} {Encoding.UTF8.GetString(fault.Payload.Span)}");
        _process?.Kill();
    }

    private void Signal(Func<int, bool> send)
    {
        if (!_gone.IsCancellationRequested && Pid > 0)
        {
            send(Pid);
        }
    }

    private async Task<InvocationReport> ReportAsync(string requestId)
    {
        await _states.Idle;
        var report = _meter.Report(requestId, _function.MemoryMegabytes);
        _log.Write(_function.Name, $"END RequestId: {requestId}");
        _log.Write(_function.Name, report.ToString());
        return report;
    }

    private void TakeLine(string? line)
    {
        if (line is not null)
        {
            _log.Write(_function.Name, line);
        }
    }
}
