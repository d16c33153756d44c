using System.Globalization;

namespace Vts.LocalGateway.Functions;

/// <summary>The figures of one call, as Lambda's REPORT line tells them, and the CPU time that it does not tell.</summary>
public sealed record InvocationReport
{
    /// <summary>Lambda's id of the call.</summary>
    public required string RequestId { get; init; }

    /// <summary>From the event's handing over to the answer.</summary>
    public required TimeSpan Duration { get; init; }

    /// <summary>From the process's start to its first wait for an event; null if the process was there before the call.</summary>
    public TimeSpan? InitDuration { get; init; }

    /// <summary>The memory the function may use, in MB.</summary>
    public required int MemoryMegabytes { get; init; }

    /// <summary>The most memory the process had resident at once so far (VmHWM), in MB.</summary>
    public required int MaxMemoryMegabytes { get; init; }

    /// <summary>CPU time that the process used before its first wait for an event; null if the process was there before the call.</summary>
    public TimeSpan? InitCpu { get; init; }

    /// <summary>CPU time that the process used for the call, user and system together.</summary>
    public required TimeSpan InvokeCpu { get; init; }

    /// <summary>What Lambda would bill: init and duration, in whole milliseconds.</summary>
    public TimeSpan BilledDuration => TimeSpan.FromMilliseconds(Math.Ceiling((Duration + (InitDuration ?? TimeSpan.Zero)).TotalMilliseconds));

    /// <summary>Lambda's line, and the CPU times after it.</summary>
    public override string ToString()
    {
        var line = string.Create(CultureInfo.InvariantCulture,
            $"REPORT RequestId: {RequestId}\tDuration: {Duration.TotalMilliseconds:0.00} ms\tBilled Duration: {BilledDuration.TotalMilliseconds:0} ms\tMemory Size: {MemoryMegabytes} MB\tMax Memory Used: {MaxMemoryMegabytes} MB");
        if (InitDuration is { } init)
        {
            line += string.Create(CultureInfo.InvariantCulture, $"\tInit Duration: {init.TotalMilliseconds:0.00} ms\tInit CPU: {InitCpu?.TotalMilliseconds:0.00} ms");
        }

        return line + string.Create(CultureInfo.InvariantCulture, $"\tInvoke CPU: {InvokeCpu.TotalMilliseconds:0.00} ms");
    }
}
