namespace Vts.LocalGateway.Functions;

/// <summary>Measures one process: time, CPU time and memory of its start and of its last call.</summary>
internal sealed class ProcessMeter(TimeProvider time)
{
    private readonly Lock _lock = new();
    private long _started;
    private long _resumed;
    private TimeSpan? _initDuration;
    private TimeSpan? _initCpu;
    private TimeSpan _duration;
    private TimeSpan _cpuAtResume;
    private TimeSpan _cpu;
    private int _calls;
    private long _peakKilobytes;

    public int Pid { get; private set; }

    public void Started(int pid)
    {
        lock (_lock)
        {
            Pid = pid;
            _started = time.GetTimestamp();
        }
    }

    /// <summary>Looks at the process now; null if it is gone.</summary>
    public ProcessMemory? Sample()
    {
        lock (_lock)
        {
            return SampleLocked();
        }
    }

    public void Waiting()
    {
        lock (_lock)
        {
            SampleLocked();
            if (_initDuration is null)
            {
                _initDuration = time.GetElapsedTime(_started);
                _initCpu = _cpu;
            }
        }
    }

    public void Resuming()
    {
        lock (_lock)
        {
            _calls++;
            _resumed = time.GetTimestamp();
            _cpuAtResume = ProcessSignals.CpuTime(Pid) ?? _cpu;
        }
    }

    public void Answered()
    {
        lock (_lock)
        {
            _duration = _resumed == 0 ? TimeSpan.Zero : time.GetElapsedTime(_resumed);
        }
    }

    public InvocationReport Report(string requestId, int memoryMegabytes)
    {
        lock (_lock)
        {
            var isFirst = _calls <= 1;
            return new InvocationReport
            {
                RequestId = requestId,
                Duration = _duration,
                InitDuration = isFirst ? _initDuration : null,
                InitCpu = isFirst ? _initCpu : null,
                InvokeCpu = _cpu > _cpuAtResume ? _cpu - _cpuAtResume : TimeSpan.Zero,
                MemoryMegabytes = memoryMegabytes,
                MaxMemoryMegabytes = (int)Math.Ceiling(_peakKilobytes / 1024.0),
            };
        }
    }

    private ProcessMemory? SampleLocked()
    {
        var memory = ProcessMemory.Of(Pid);
        _peakKilobytes = Math.Max(_peakKilobytes, memory?.PeakKilobytes ?? 0);
        _cpu = ProcessSignals.CpuTime(Pid) ?? _cpu;
        return memory;
    }
}
