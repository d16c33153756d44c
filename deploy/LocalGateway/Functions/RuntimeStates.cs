using System.Threading.Channels;

namespace Vts.LocalGateway.Functions;

/// <summary>The states of one runtime: which call of the Runtime API may follow which, and to whom its outcome is told.</summary>
/// <param name="waiting">Told that the runtime waits for an event, before anyone may offer one.</param>
/// <param name="resuming">Told before an event is handed over.</param>
/// <param name="answered">Told of the answer to the call in hand.</param>
internal sealed class RuntimeStates(Action waiting, Action resuming, Action answered)
{
    private readonly Lock _lock = new();
    private readonly Channel<Invocation> _offered = Channel.CreateBounded<Invocation>(1);
    private readonly TaskCompletionSource<FunctionFault?> _initialized = NewSource<FunctionFault?>();
    private TaskCompletionSource<bool> _idle = NewSource<bool>();
    private TaskCompletionSource<(ReadOnlyMemory<byte> Payload, string? ErrorType)>? _answer;
    private string? _requestId;
    private bool _isAsking;

    public RuntimeState Current { get; private set; }

    /// <summary>The end of the start: null, or why it failed.</summary>
    public Task<FunctionFault?> Initialized => _initialized.Task;

    /// <summary>Done once the runtime waits for an event (true) or is gone (false).</summary>
    public Task<bool> Idle
    {
        get
        {
            lock (_lock)
            {
                return _idle.Task;
            }
        }
    }

    /// <summary>Gives the waiting runtime a call; what it answers.</summary>
    public Task<(ReadOnlyMemory<byte> Payload, string? ErrorType)> Offer(Invocation invocation, FunctionFault ifGone)
    {
        lock (_lock)
        {
            if (Current is not RuntimeState.Waiting || _answer is not null)
            {
                return Task.FromResult<(ReadOnlyMemory<byte>, string?)>((ifGone.Payload, ifGone.Type));
            }

            _answer = NewSource<(ReadOnlyMemory<byte>, string?)>();
            _requestId = invocation.RequestId;
            _idle = NewSource<bool>();
            _offered.Writer.TryWrite(invocation);
            return _answer.Task;
        }
    }

    /// <summary>The runtime asks for an event; false if it may not now.</summary>
    public bool TryWait()
    {
        lock (_lock)
        {
            if (_isAsking || Current is not (RuntimeState.Initializing or RuntimeState.Waiting or RuntimeState.Answered))
            {
                return false;
            }

            _isAsking = true;
            if (Current is not RuntimeState.Waiting)
            {
                Current = RuntimeState.Waiting;
                _answer = null;
                _requestId = null;
                waiting();
            }

            _initialized.TrySetResult(null);
            _idle.TrySetResult(true);
            return true;
        }
    }

    /// <summary>The event that the runtime waits for.</summary>
    public async Task<Invocation> NextAsync(CancellationToken cancellationToken)
    {
        var invocation = await _offered.Reader.ReadAsync(cancellationToken);
        lock (_lock)
        {
            _isAsking = false;
            if (Current is RuntimeState.Waiting)
            {
                Current = RuntimeState.Invoking;
                resuming();
            }
        }

        return invocation;
    }

    /// <summary>The connection on which the runtime waited is gone; it may ask again.</summary>
    public void LeaveWait()
    {
        lock (_lock)
        {
            _isAsking = false;
        }
    }

    /// <summary>The runtime answers; false if that call is not in hand, or is answered already.</summary>
    public bool TryAnswer(string requestId, ReadOnlyMemory<byte> payload) => TryComplete(requestId, payload, null);

    /// <summary>The runtime reports that the call failed; false if that call is not in hand, or is answered already.</summary>
    public bool TryFail(string requestId, FunctionFault fault) => TryComplete(requestId, fault.Payload, fault.Type);

    /// <summary>The runtime reports that its start failed; false if it had started.</summary>
    public bool TryFailInit(FunctionFault fault)
    {
        lock (_lock)
        {
            if (Current is not RuntimeState.Initializing)
            {
                return false;
            }

            EndLocked(fault);
            return true;
        }
    }

    /// <summary>The process is gone, for this reason unless one was told before.</summary>
    public void End(FunctionFault fault)
    {
        lock (_lock)
        {
            EndLocked(fault);
        }
    }

    private void EndLocked(FunctionFault fault)
    {
        if (Current is RuntimeState.Ended)
        {
            return;
        }

        var isOpen = Current is RuntimeState.Invoking or RuntimeState.Waiting && _answer is not null;
        Current = RuntimeState.Ended;
        _initialized.TrySetResult(fault);
        if (isOpen)
        {
            answered();
            _answer!.TrySetResult((fault.Payload, fault.Type));
        }

        _idle.TrySetResult(false);
    }

    private bool TryComplete(string requestId, ReadOnlyMemory<byte> payload, string? errorType)
    {
        lock (_lock)
        {
            if (Current is not RuntimeState.Invoking || _requestId != requestId)
            {
                return false;
            }

            Current = RuntimeState.Answered;
            answered();
            return _answer!.TrySetResult((payload, errorType));
        }
    }

    private static TaskCompletionSource<T> NewSource<T>() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
