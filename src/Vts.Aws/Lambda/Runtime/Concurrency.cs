using System.Globalization;

namespace Vts.Aws.Lambda.Runtime;

/// <summary>How many calls the process may have under way at once: one, but on instances that Lambda manages for an operator.</summary>
internal static class Concurrency
{
    /// <summary>As Lambda says it.</summary>
    public static int OfEnvironment() =>
        int.TryParse(Environment.GetEnvironmentVariable("AWS_LAMBDA_MAX_CONCURRENCY"), NumberStyles.None, CultureInfo.InvariantCulture, out var most) && most > 0 ? most : 1;

    /// <summary>Has enough threads ready for that many calls.</summary>
    public static void PrepareThreads(int concurrency)
    {
        if (concurrency > 1)
        {
            ThreadPool.GetMinThreads(out var workers, out var completions);
            ThreadPool.SetMinThreads(Math.Max(workers, 2 * Environment.ProcessorCount), completions);
        }
    }
}
