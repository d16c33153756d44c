using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Lambda.Telemetry;

/// <summary>The call that the running code works for, so that each line of the log can name it.</summary>
internal static class CurrentCall
{
    private static readonly AsyncLocal<Invocation?> Current = new();

    /// <summary>The call; null between calls.</summary>
    public static Invocation? Value
    {
        get => Current.Value;
        set => Current.Value = value;
    }
}
