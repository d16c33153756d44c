namespace Extend;

/// <summary>
/// A read that Extend did not answer rightly. The message is our own words: it holds nothing of Extend's body,
/// no credential and no address, so it may be logged.
/// </summary>
public sealed class ExtendException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="fault">What went wrong.</param>
    /// <param name="retryAfter">How long Extend asked to wait, if it did.</param>
    /// <param name="status">The HTTP status Extend answered, if one came.</param>
    /// <param name="inner">The cause, if another exception told it.</param>
    public ExtendException(ExtendFault fault, TimeSpan? retryAfter = null, int? status = null, Exception? inner = null)
        : base(status is null ? $"Extend: {fault}" : $"Extend: {fault} (HTTP {status})", inner)
    {
        Fault = fault;
        RetryAfter = retryAfter;
        Status = status;
    }

    private ExtendException(ExtendFault fault, TimeSpan wait)
        : base($"Extend: {fault}, not asked: {wait.TotalSeconds:0.###} s to wait")
    {
        Fault = fault;
        RetryAfter = wait;
        IsRefusal = true;
    }

    /// <summary>What went wrong.</summary>
    public ExtendFault Fault { get; }

    /// <summary>How long to wait before the next try: what Extend asked for, or the throttle's own reckoning; null if neither said.</summary>
    public TimeSpan? RetryAfter { get; }

    /// <summary>The HTTP status Extend answered; null if none came.</summary>
    public int? Status { get; }

    /// <summary>Whether Extend was not asked at all, because it would have been in vain; <see cref="RetryAfter"/> is then set.</summary>
    public bool IsRefusal { get; }

    internal static ExtendException Refused(ExtendFault fault, TimeSpan wait) => new(fault, wait);
}
