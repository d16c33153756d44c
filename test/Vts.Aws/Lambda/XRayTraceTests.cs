using Vts.Aws.Lambda.Telemetry;

namespace Vts.Aws.Tests.Lambda;

public sealed class XRayTraceTests
{
    [Theory]
    [InlineData("Root=1-5e272390-8c398be037738dc042009320;Parent=94ae789b969f1cc5;Sampled=1", "00-5e2723908c398be037738dc042009320-94ae789b969f1cc5-01")]
    [InlineData("Sampled=0; Parent=94ae789b969f1cc5; Root=1-5e272390-8c398be037738dc042009320;Lineage=1:a:0", "00-5e2723908c398be037738dc042009320-94ae789b969f1cc5-00")]
    [InlineData("Root=1-5e272390-8c398be037738dc042009320", null)]
    [InlineData("Root=2-5e272390-8c398be037738dc042009320;Parent=94ae789b969f1cc5", null)]
    [InlineData("Root=1-5e272390-8c398be037738dc04200932;Parent=94ae789b969f1cc5", null)]
    [InlineData("Root=1-5e27239z-8c398be037738dc042009320;Parent=94ae789b969f1cc5", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_trace_header_of_aws_becomes_one_of_w3c_or_nothing(string? header, string? expected) =>
        Assert.Equal(expected, XRayTrace.ToTraceParent(header));
}
