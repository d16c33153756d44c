using System.Text;
using Vts.Audit;
using Vts.Callers;

namespace Vts.Tests.Audit;

public sealed class AuditJsonTests
{
    private static readonly AuditEvent Whole = new(new DateTimeOffset(2026, 11, 24, 8, 0, 0, 123, TimeSpan.Zero), "9f2c", "203.0.113.7", 200)
    {
        Caller = "dash \"board\"\n", KeyId = "k1", Operation = "getCard", Cards = ["vc_A681POqRINI7goyrCNPff7"], Rows = 1, AgeSeconds = 3, Code = "x", Refused = RefusalReason.Revoked, AlsoRefused = 7,
    };

    [Fact]
    public void An_event_is_one_line_whatever_it_holds_and_comes_back_whole()
    {
        var line = Encoding.UTF8.GetString(AuditJson.Write(Whole).Span);

        Assert.DoesNotContain('\n', line);
        Assert.StartsWith("""{"time":"2026-11-24T08:00:00.123Z","requestId":"9f2c","address":"203.0.113.7","status":200,"caller":"dash \"board\"\n",""", line);
        Assert.Equivalent(Whole, AuditJson.Read(line), strict: true);
    }

    [Fact]
    public void What_there_is_nothing_to_say_of_is_left_out() => Assert.Equal(
        """{"time":"2026-11-24T08:00:00.123Z","requestId":"9f2c","status":401}""", Encoding.UTF8.GetString(AuditJson.Write(new AuditEvent(Whole.Time, "9f2c", null, 401)).Span));

    [Theory]
    [InlineData("")]
    [InlineData("{\"time\":\"2026-11-24T08:")]
    [InlineData("{\"time\":\"yesterday\",\"requestId\":\"x\",\"status\":200}")]
    [InlineData("{\"time\":null,\"requestId\":\"x\",\"status\":200}")]
    [InlineData("{\"time\":5,\"requestId\":\"x\",\"status\":200}")]
    [InlineData("null")]
    [InlineData("[]")]
    public void A_line_that_is_no_event_is_none(string line) => Assert.Null(AuditJson.Read(line));
}
