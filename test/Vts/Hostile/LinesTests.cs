using System.Text;
using CsCheck;
using Vts.Audit;
using Vts.Testing.Hostile;

namespace Vts.Tests.Hostile;

/// <summary>Whatever stands in a line of the record, it is an event or none.</summary>
public sealed class LinesTests
{
    private const string Line =
        """{"time":"2026-11-24T08:00:00.123Z","requestId":"9f2c","address":"203.0.113.7","status":200,"caller":"dash","keyId":"k1","operation":"getCard","cards":["vc_A681POqRINI7goyrCNPff7"],"rows":1,"ageSeconds":3,"code":"x","refused":"revoked","alsoRefused":7}""";

    [Fact]
    public void Whatever_a_line_holds_it_is_an_event_or_none() => Gen.Int.Sample(
        seed =>
        {
            var line = Mutated.TextOf(seed, Line);
            Parsing.Holds(Encoding.UTF8.GetBytes(line), () => AuditJson.Read(line), _ => false);
        },
        iter: 4000);

    [Fact]
    public void A_right_line_is_read_or_the_rest_would_prove_nothing() => Assert.Equal("dash", AuditJson.Read(Line)?.Caller);
}
