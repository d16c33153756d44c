using System.Globalization;

namespace Vts.Aws.Lambda.Runtime;

/// <summary>Tells the garbage collector of Lambda's memory limit, which it cannot see by itself.</summary>
internal static class MemoryLimit
{
    private const int Percent = 85;

    /// <summary>Limits the heap to a part of the function's memory, unless a smaller limit is set already.</summary>
    public static void Apply()
    {
        if (long.TryParse(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_MEMORY_SIZE"), NumberStyles.None, CultureInfo.InvariantCulture, out var megabytes)
            && Limit(megabytes) is var limit && limit < GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)
        {
            AppContext.SetData("GCHeapHardLimit", (ulong)limit);
            GC.RefreshMemoryLimit();
        }
    }

    /// <summary>The heap's limit in bytes, for a function of this many megabytes.</summary>
    public static long Limit(long megabytes) => megabytes * 1024 * 1024 / 100 * Percent;
}
