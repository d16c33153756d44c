using System.Collections.Concurrent;

namespace Vts.LocalGateway.Functions;

/// <summary>The instances of one function: started when a call finds none waiting, up to a number; further calls wait in line.</summary>
internal sealed class FunctionPool(FunctionDefinition function, int concurrency, TimeSpan initLimit, GatewayLog log, TimeProvider time) : IAsyncDisposable
{
    private readonly SemaphoreSlim _turns = new(concurrency);
    private readonly ConcurrentStack<FunctionInstance> _waiting = new();
    private readonly ConcurrentDictionary<FunctionInstance, bool> _all = new();
    private readonly CancellationTokenSource _closing = new();

    public FunctionDefinition Function => function;

    public IEnumerable<FunctionInstance> Instances => _all.Keys;

    /// <summary>Calls the function once. Giving up ends the waiting in line, not a call under way.</summary>
    public async Task<InvocationResult> InvokeAsync(Invocation invocation, CancellationToken cancellationToken)
    {
        await _turns.WaitAsync(cancellationToken);
        return await InvokeInTurnAsync(invocation).WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        foreach (var instance in _all.Keys)
        {
            await RemoveAsync(instance);
        }

        _closing.Dispose();
    }

    private async Task<InvocationResult> InvokeInTurnAsync(Invocation invocation)
    {
        FunctionInstance? instance = null;
        try
        {
            (instance, var fault) = await TakeAsync();
            if (instance is null)
            {
                return NoStart(invocation, fault!);
            }

            return await instance.InvokeAsync(invocation);
        }
        finally
        {
            _ = GiveBackAsync(instance);
        }
    }

    /// <summary>An instance that waits: one that is there, or a new one, or why none could be started.</summary>
    private async Task<(FunctionInstance? Instance, FunctionFault? Fault)> TakeAsync()
    {
        while (_waiting.TryPop(out var there))
        {
            if (there.IsWaiting)
            {
                return (there, null);
            }

            await RemoveAsync(there);
        }

        // As Lambda does: a start that takes too long is tried again within the call, with the call's own limit.
        var first = await StartAsync(initLimit);
        return first.Fault?.Type == "Sandbox.Timedout" ? await StartAsync(function.Timeout) : first;
    }

    private async Task<(FunctionInstance? Instance, FunctionFault? Fault)> StartAsync(TimeSpan limit)
    {
        var instance = await FunctionInstance.StartAsync(function, log, time, _closing.Token);
        _all[instance] = true;
        var fault = await instance.InitializeAsync(limit);
        if (fault is null)
        {
            return (instance, null);
        }

        log.Write(function.Name, $"INIT_REPORT Status: error Error Type: {fault.Type}");
        await RemoveAsync(instance);
        return (null, fault);
    }

    private async Task GiveBackAsync(FunctionInstance? instance)
    {
        if (instance is not null && await instance.Idle)
        {
            _waiting.Push(instance);
        }
        else if (instance is not null)
        {
            await RemoveAsync(instance);
        }

        _turns.Release();
    }

    private async Task RemoveAsync(FunctionInstance instance)
    {
        if (_all.TryRemove(instance, out _))
        {
            await instance.DisposeAsync();
        }
    }

    private InvocationResult NoStart(Invocation invocation, FunctionFault fault) => new(invocation.RequestId, fault.Payload, fault.Type)
    {
        Report = Task.FromResult(new InvocationReport
        {
            RequestId = invocation.RequestId,
            Duration = TimeSpan.Zero,
            InvokeCpu = TimeSpan.Zero,
            MemoryMegabytes = function.MemoryMegabytes,
            MaxMemoryMegabytes = 0,
        }),
    };
}
