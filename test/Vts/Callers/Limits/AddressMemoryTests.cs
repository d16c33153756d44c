using System.Net;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers.Limits;

namespace Vts.Tests.Callers.Limits;

/// <summary>Measures the memory of the whole process, hence alone.</summary>
[Collection(nameof(Alone))]
public sealed class AddressMemoryTests
{
    [Fact]
    public void A_million_addresses_take_no_more_memory_than_there_are_slots()
    {
        using var limiter = new AddressLimiter(Options.Create(new LimitOptions()), new FakeTimeProvider());

        // What other tests left behind to be finalized must not go while this measures.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 1_000_000; i++)
        {
            limiter.Fail(new IPAddress(i));
        }

        Assert.InRange(GC.GetTotalMemory(forceFullCollection: true) - before, 0, AddressSlot.Count * 1024L);
    }
}
