using CsCheck;
using Vts.Queries;
using Vts.Requests;

namespace Vts.Tests.Queries;

public sealed class AnyQueryTests
{
    private static readonly string[] Names =
        [.. new[] { TransactionsQuery.Parameters, CardsQuery.Parameters, SummaryQuery.Parameters }.SelectMany(taken => taken.Names).Distinct()];

    private static readonly Gen<string> Values = Gen.OneOf(
        Gen.String[0, 12],
        Gen.String[Gen.Char["0123456789-+:.,TZtz %\0&="], 0, 30],
        Gen.String[Gen.Char["aAzZ/_é漢\ud83d\udd12\u0130,"], 0, 120],
        Gen.DateTime.Select(time => time.ToString("yyyy-MM-dd")),
        Gen.DateTimeOffset.Select(time => time.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffffzzz")),
        Gen.Long.Select(number => number.ToString()),
        Gen.OneOfConst("all", "CLEARED", "ACTIVE", "month", "1", "500", "America/New_York", "Pacific/Apia", "+14:00", "-00:00", "9999-12-31", "0001-01-01", "7011"));

    private static readonly Gen<string> Queries = Gen.OneOf(
        Gen.Select(Gen.OneOfConst(Names), Values, (name, value) => $"{name}={Uri.EscapeDataString(value)}").Array[0, 6].Select(parts => string.Join('&', parts)),
        Gen.Select(Gen.OneOfConst(Names), Values, (name, value) => $"{name}={value}").Array[0, 6].Select(parts => string.Join('&', parts)),
        Gen.String[0, 60]);

    [Fact]
    public void Any_query_is_understood_or_refused_with_a_problem() => Queries.Sample(
        query =>
        {
            Judge(() => Ask.Transactions(query));
            Judge(() => Ask.Cards(query));
            Judge(() => Ask.Summary(query));
            Judge(() => Ask.Presentation(query, TransactionsQuery.Parameters));
        },
        iter: 3000);

    [Fact]
    public void What_a_caller_sends_is_never_repeated()
    {
        const string Canary = "canary-4111111111111111";
        foreach (var query in Names.SelectMany(name => new[] { $"{name}={Canary}", $"{name}={Canary}&{name}={Canary}", $"{name}={Canary}{new string('x', 200)}" }))
        {
            foreach (var detail in new[]
                     {
                         Judge(() => Ask.Transactions(query)), Judge(() => Ask.Cards(query)), Judge(() => Ask.Summary(query)),
                         Judge(() => Ask.Presentation(query, CardsQuery.Parameters)),
                     })
            {
                Assert.DoesNotContain("canary", detail ?? "");
            }
        }
    }

    private static string? Judge(Action ask)
    {
        try
        {
            ask();
            return null;
        }
        catch (InvalidQueryException refused)
        {
            Assert.Equal(400, refused.Problem.Status);
            return refused.Problem.Detail;
        }
    }
}
