using System.Text;
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
    private static readonly Card Card = new("vc_A681POqRINI7goyrCNPff7", "Café \"日本\"\u2028", 5000, null, "5348", "ACTIVE");

    private static readonly Transaction Transaction = new("txn_1", Card.Id, "PENDING", null, -1, "USD", "CAFÉ", "5812", null, null);

    [Fact]
    public void The_names_are_those_of_the_contract()
    {
        Assert.Equal(["id", "displayName", "limitCents", "balanceCents", "last4", "status"], FieldNames.OfCard.Take(6));
        Assert.Equal(
            ["id", "cardId", "status", "type", "amountCents", "currency", "merchantName", "mcc", "authorizedAt", "clearedAt"], FieldNames.OfTransaction.Take(10));
        Assert.Equal(FieldNames.OfCard.Concat(FieldNames.OfTransaction).Distinct(), FieldNames.All);
    }

    [Fact]
    public void Whatever_the_rule_the_members_it_shows_stay_as_they_were_and_no_other_is_written() =>
        Gen.Shuffle(FieldNames.All.Append("nonsense").ToArray()).Select(Gen.Int[0, 15]).Sample((names, count) =>
        {
            var rule = new FieldRule { Names = names[..Math.Min(count, names.Length)] };

            Assert.Equal(Expected(CardMembers.All, Card, rule), Written(CardMembers.All, Card, rule));
            Assert.Equal(Expected(TransactionMembers.All, Transaction, rule), Written(TransactionMembers.All, Transaction, rule));
        }, iter: 2_000);

    [Fact]
    public void One_answer_has_a_body_for_each_rule_and_each_is_written_once()
    {
        var cards = new[] { Card };
        var (some, equal, other) = (new FieldRule { Names = ["status", "last4"] }, new FieldRule { Names = ["last4", "status", "id"] }, new FieldRule { Names = ["last4"] });
        var whole = BodyOf(cards, FieldRule.All);

        Assert.Same(whole, BodyOf(cards, FieldRule.All));
        Assert.Same(BodyOf(cards, some), BodyOf(cards, equal));
        Assert.NotSame(BodyOf(cards, some), BodyOf(cards, other));
        Assert.Equal(3, new[] { whole, BodyOf(cards, some), BodyOf(cards, other) }.Select(body => body.ETag).Distinct().Count());
    }

    [Fact]
    public void Very_many_forms_are_written_each_time_rather_than_kept()
    {
        var cards = new[] { Card };
        var forms = Enumerable.Range(0, 100).Select(i => $"{i}").ToList();

        Assert.All(forms, form => Assert.Equal(Encoding.UTF8.GetBytes(form), BodyOf(cards, form).Content.ToArray()));
        Assert.Equal(16, forms.Count(form => BodyOf(cards, form) == BodyOf(cards, form)));
    }

    private static Body BodyOf(Card[] cards, string form) => Body.Of(cards, form, () => Encoding.UTF8.GetBytes(form));

    private static Body BodyOf(Card[] cards, FieldRule rule)
    {
        var columns = ColumnsOf(CardMembers.All, rule);
        return Body.Of(cards, columns.Key, () => WrittenBody.Of(cards, Form.Json, columns, byteOrderMark: false));
    }

    private static Columns<T> ColumnsOf<T>(IReadOnlyList<Member<T>> members, FieldRule rule) =>
        Columns<T>.Choose(members, FieldSelection.All, rule, Form.Json, rawText: false);

    private static string Written<T>(IReadOnlyList<Member<T>> members, T value, FieldRule rule) =>
        Encoding.UTF8.GetString(WrittenBody.OfOne(value, ColumnsOf(members, rule)));

    private static string Expected<T>(IReadOnlyList<Member<T>> members, T value, FieldRule rule)
    {
        using var whole = JsonDocument.Parse(Written(members, value, FieldRule.All));
        return $"{{{string.Join(',', whole.RootElement.EnumerateObject().Where(member => rule.Shows(member.Name)).Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}"))}}}";
    }
}
