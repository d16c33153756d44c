using Vts.Aws.Lambda.Runtime;

namespace Vts.Aws.Tests.Lambda;

public sealed class MemoryLimitTests
{
    [Theory]
    [InlineData(128, 114_085_065)]
    [InlineData(512, 456_340_275)]
    [InlineData(10_240, 9_126_805_470)]
    public void The_heap_gets_85_percent_of_the_functions_memory(long megabytes, long bytes) =>
        Assert.InRange(MemoryLimit.Limit(megabytes), bytes - 100, bytes + 100);
}
