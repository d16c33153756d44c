using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Freshness;
using Vts.Operations;
using Vts.Transactions;

namespace Vts.Tests.Callers.Rules;

public sealed class FieldRuleTests
{
    private static readonly ServiceProvider Services = new ServiceCollection().AddOptions()
        .AddOperation<ListCards>().AddOperation<ListTransactions>().AddOperation<GetCard>().BuildServiceProvider();

    private static readonly Card Card = new("vc_A681POqRINI7goyrCNPff7", "Café \"日本\"\u2028", 5000, null, "5348", "ACTIVE");

    private static readonly Transaction Transaction = new("txn_1", Card.Id, "PENDING", null, -1, "USD", "CAFÉ", "5812", null, null);

    [Fact]
    public void The_names_are_those_of_the_contract()
    {
        Assert.Equal(FieldNames.OfCard.Take(6), Names(Card));
        Assert.Equal(FieldNames.OfTransaction.Take(10), Names(Transaction));
        Assert.Equal(FieldNames.OfCard.Concat(FieldNames.OfTransaction).Distinct(), FieldNames.All);
    }

    [Fact]
    public void Whatever_the_rule_the_members_it_shows_stay_as_they_were_and_no_other_is_written() =>
        Gen.Shuffle(FieldNames.All.Append("nonsense").ToArray()).Select(Gen.Int[0, 15]).Sample((names, count) =>
        {
            var rule = new FieldRule { Names = names[..Math.Min(count, names.Length)] };

            Assert.Equal($"[{Expected(Card, rule)},{Expected(Card, rule)}]", Written(new[] { Card, Card }, rule));
            Assert.Equal(Expected(Card, rule), Written(Card with { }, rule));
            Assert.Equal($"[{Expected(Transaction, rule)}]", Written(new[] { Transaction }, rule));
            Assert.Equal("[]", Written(Array.Empty<Card>(), rule));
        }, iter: 2_000);

    [Fact]
    public void One_answer_has_a_body_for_each_rule_and_each_is_written_once()
    {
        var cards = new[] { Card };
        var (some, equal, other) = (new FieldRule { Names = ["status", "last4"] }, new FieldRule { Names = ["last4", "status", "id"] }, new FieldRule { Names = ["last4"] });
        var whole = Body.Of(cards, Services);

        Assert.Same(whole, whole.Showing(FieldRule.All));
        Assert.Same(whole.Showing(some), whole.Showing(equal));
        Assert.NotSame(whole.Showing(some), whole.Showing(other));
        Assert.Equal(3, new[] { whole, whole.Showing(some), whole.Showing(other) }.Select(body => body.ETag).Distinct().Count());
    }

    [Fact]
    public void Very_many_rules_are_written_each_time_rather_than_kept()
    {
        var whole = Body.Of(new[] { Card }, Services);
        var rules = Enumerable.Range(0, 100).Select(i => new FieldRule { Names = [$"{i}", "last4"] }).ToList();

        Assert.All(rules, rule => Assert.Equal("""[{"id":"vc_A681POqRINI7goyrCNPff7","last4":"5348"}]""", Text(whole.Showing(rule))));
        Assert.Equal(16, rules.Count(rule => whole.Showing(rule) == whole.Showing(rule)));
    }

    private static string Expected<T>(T value, FieldRule rule)
        where T : class => $"{{{string.Join(',', Members(value).Where(member => rule.Shows(member.Name)).Select(member => $"\"{member.Name}\":{member.Raw}"))}}}";

    private static IEnumerable<string> Names<T>(T value)
        where T : class => Members(value).Select(member => member.Name);

    // Through an array: of one transaction alone no operation has an answer.
    private static (string Name, string Raw)[] Members<T>(T value)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(
            new[] { value }, Services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.GetTypeInfo(typeof(T[])));
        using var document = JsonDocument.Parse(json);
        return [.. document.RootElement[0].EnumerateObject().Select(member => (member.Name, member.Value.GetRawText()))];
    }

    private static string Written<T>(T value, FieldRule rule)
        where T : class => Text(Body.Of(value, Services).Showing(rule));

    private static string Text(Body body) => System.Text.Encoding.UTF8.GetString(body.Json.Span);
}
