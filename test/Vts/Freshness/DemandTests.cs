using Microsoft.AspNetCore.Http;
using Vts.Freshness;

namespace Vts.Tests.Freshness;

public sealed class DemandTests
{
    [Fact]
    public async Task A_request_demands_what_its_cache_control_says()
    {
        var context = new DefaultHttpContext();
        Assert.Equal(Demand.None, await Demand.BindAsync(context));

        context.Request.Headers.CacheControl = "max-age=3";

        Assert.Equal(new Demand(TimeSpan.FromSeconds(3)), await Demand.BindAsync(context));
    }
}
