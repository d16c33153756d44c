using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Forms;

namespace Vts.Tests.Forms;

public sealed class ColumnsTests
{
    [Fact]
    public void The_usual_members_are_those_of_the_contract_and_csv_has_some_more()
    {
        Assert.Equal(["id", "displayName", "limitCents", "balanceCents", "last4", "status"], Names(Written.Columns(CardMembers.All, Form.Json)));
        Assert.Equal(Names(Written.Columns(CardMembers.All, Form.Json)), Names(Written.Columns(CardMembers.All, Form.NdJson)));
        Assert.Equal(["id", "displayName", "limitCents", "balanceCents", "last4", "status", "currency", "limit", "balance"],
            Names(Written.Columns(CardMembers.All, Form.Csv)));
        Assert.Equal(
            ["id", "cardId", "status", "type", "amountCents", "currency", "merchantName", "mcc", "authorizedAt", "clearedAt", "amount", "countsInTotal"],
            Names(Written.Columns(TransactionMembers.All, Form.Csv)));
    }

    [Fact]
    public void Chosen_members_come_in_the_contracts_order_and_the_id_always() =>
        Assert.Equal(["id", "last4", "notes"], Names(Written.Columns(CardMembers.All, Form.Csv, new FieldSelection(["notes", "last4"], IsAll: false))));

    [Fact]
    public void What_the_rule_hides_is_left_out_whatever_is_asked_for()
    {
        var rule = new FieldRule { Names = ["last4", "spent"] };

        Assert.Equal(["id", "last4"], Names(Written.Columns(CardMembers.All, Form.Json, rule: rule)));
        Assert.Equal(["id", "last4", "spent"], Names(Written.Columns(CardMembers.All, Form.Json, FieldSelection.All, rule)));
        Assert.Equal(["id"], Names(Written.Columns(CardMembers.All, Form.Json, new FieldSelection(["notes"], IsAll: false), rule)));
    }

    [Fact]
    public void Choices_have_one_key_exactly_where_they_write_the_same()
    {
        var usual = Written.Columns(CardMembers.All, Form.Json);

        Assert.Equal(usual.Key, Written.Columns(CardMembers.All, Form.Json, new FieldSelection([.. Names(usual)], IsAll: false)).Key);
        Assert.NotEqual(usual.Key, Written.Columns(CardMembers.All, Form.NdJson).Key);
        Assert.NotEqual(usual.Key, Written.Columns(CardMembers.All, Form.Json, rawText: true).Key);
        Assert.NotEqual(usual.Key, Written.Columns(CardMembers.All, Form.Csv).Key);
    }

    [Fact]
    public void No_two_members_have_one_name()
    {
        Assert.Distinct(CardMembers.All.Select(member => member.Name));
        Assert.Distinct(TransactionMembers.All.Select(member => member.Name));
    }

    [Fact]
    public void Raw_text_is_written_where_it_is_asked_for()
    {
        var card = Card.From(new() { Id = "vc_1", Status = "ACTIVE", DisplayName = "a\u202Eb 4111\u200B111111111111", Notes = "plain" });

        Assert.Equal("""[{"id":"vc_1","displayName":"ab ************1111"}]""", Text(raw: false));
        Assert.Equal("""[{"id":"vc_1","displayName":"ab ************1111"}]""", Text(raw: true));

        card = Card.From(new() { Id = "vc_1", Status = "ACTIVE", DisplayName = "a\u00ADb" });

        Assert.Equal("""[{"id":"vc_1","displayName":"ab"}]""", Text(raw: false));
        Assert.Equal("[{\"id\":\"vc_1\",\"displayName\":\"a\u00ADb\"}]", System.Text.RegularExpressions.Regex.Unescape(Text(raw: true)));

        string Text(bool raw) => Written.Text([card], Form.Json, Written.Columns(CardMembers.All, Form.Json, new FieldSelection(["displayName"], IsAll: false), rawText: raw));
    }

    private static string[] Names<T>(Columns<T> columns) => [.. columns.Members.Select(member => member.Name)];
}
