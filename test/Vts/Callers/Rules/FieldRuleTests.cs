using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsCheck;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Forms;
using Vts.Freshness;
using Vts.Transactions;

namespace Vts.Tests.Callers.Rules;

public sealed class FieldRuleTests
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly Card Card = new("vc_A681POqRINI7goyrCNPff7", "Café \"日本\"\u2028", 5000, null, "5348", "ACTIVE");

    private static readonly Transaction Transaction = new("txn_1", Card.Id, "PENDING", null, -1, "USD", "CAFÉ", "5812", null, null);

    [Fact]
    public void Rules_are_equal_if_they_show_the_same_however_that_is_said()
    {
        var rule = new FieldRule { Names = ["status", "last4"] };
        var again = new FieldRule { Names = ["last4", "id", "status", "last4"] };

        Assert.Equal(rule, again);
        Assert.Equal(rule.GetHashCode(), again.GetHashCode());
        Assert.Equal(FieldRule.All, new FieldRule());
        Assert.NotEqual(rule, new FieldRule { Names = ["status"] });
        Assert.NotEqual(rule.GetHashCode(), new FieldRule { Names = ["status"] }.GetHashCode());
        Assert.NotEqual(rule, FieldRule.All);
        Assert.NotEqual(FieldRule.All, rule);
    }

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

            Assert.Equal($"[{Expected(Card, rule)},{Expected(Card, rule)}]", Written([Card, Card], CardMembers.All, rule));
            Assert.Equal(Expected(Card, rule), Text(WrittenBody.OfOne(Card, Columns(CardMembers.All, rule))));
            Assert.Equal($"[{Expected(Transaction, rule)}]", Written([Transaction], TransactionMembers.All, rule));
            Assert.Equal("[]", Written([], CardMembers.All, rule));
        }, iter: 2_000);

    [Fact]
    public void One_answer_has_a_body_for_each_rule_and_each_is_written_once()
    {
        var cards = new[] { Card };
        var (some, equal, other) = (new FieldRule { Names = ["status", "last4"] }, new FieldRule { Names = ["last4", "status", "id"] }, new FieldRule { Names = ["last4"] });

        Assert.Same(BodyOf(cards, some), BodyOf(cards, equal));
        Assert.NotSame(BodyOf(cards, some), BodyOf(cards, other));
        Assert.Equal(3, new[] { BodyOf(cards, FieldRule.All), BodyOf(cards, some), BodyOf(cards, other) }.Select(body => body.ETag).Distinct().Count());
    }

    [Fact]
    public void Very_many_forms_are_written_each_time_rather_than_kept()
    {
        var cards = new[] { Card };
        var forms = Enumerable.Range(0, 100).Select(i => $"form {i}").ToList();

        Assert.All(forms, form => Assert.Equal(form, Text(Body.Of(cards, form, () => Encoding.UTF8.GetBytes(form)).Content.ToArray())));
        Assert.Equal(16, forms.Count(form => Body.Of(cards, form, () => []) == Body.Of(cards, form, () => [])));
    }

    private static string Expected<T>(T value, FieldRule rule)
        where T : class => $"{{{string.Join(',', Members(value).Where(member => rule.Shows(member.Name)).Select(member => $"\"{member.Name}\":{member.Raw}"))}}}";

    private static IEnumerable<string> Names<T>(T value)
        where T : class => Members(value).Select(member => member.Name);

    private static (string Name, string Raw)[] Members<T>(T value)
        where T : class
    {
        using var document = JsonSerializer.SerializeToDocument(value, Json);
        return [.. document.RootElement.EnumerateObject().Select(member => (member.Name, JsonSerializer.Serialize(member.Value, Json)))];
    }

    private static Columns<T> Columns<T>(IReadOnlyList<Member<T>> members, FieldRule rule) =>
        Vts.Forms.Columns<T>.Choose(members, FieldSelection.Usual, rule, Form.Json, rawText: false);

    private static string Written<T>(T[] rows, IReadOnlyList<Member<T>> members, FieldRule rule) =>
        Text(WrittenBody.Of(rows, Form.Json, Columns(members, rule), byteOrderMark: false));

    private static Body BodyOf(Card[] cards, FieldRule rule)
    {
        var columns = Columns(CardMembers.All, rule);
        return Body.Of(cards, columns.Key, () => WrittenBody.Of(cards, Form.Json, columns, byteOrderMark: false));
    }

    private static string Text(byte[] written) => Encoding.UTF8.GetString(written);
}
