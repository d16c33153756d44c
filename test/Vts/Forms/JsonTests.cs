using System.Text.Json;
using CsCheck;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vts.Forms;
using Vts.Operations;
using Vts.Text;

namespace Vts.Tests.Forms;

public sealed class JsonTests
{
    private static readonly JsonSerializerOptions Serializer = new ServiceCollection().AddOptions()
        .AddOperation<ListCards>().AddOperation<ListTransactions>().AddOperation<GetCard>()
        .Configure<JsonOptions>(options => options.SerializerOptions.Converters.Add(new UtcMillisecondsConverter())).BuildServiceProvider()
        .GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;

    [Fact]
    public void Usual_cards_are_written_byte_for_byte_as_the_serializer_writes_them() =>
        OddRows.Card.Array[0, 4].Sample(cards => Assert.Equal(
            JsonSerializer.SerializeToUtf8Bytes(cards, Serializer.GetTypeInfo(cards.GetType())),
            WrittenBody.Of(cards, Form.Json, Written.Columns(CardMembers.All, Form.Json), byteOrderMark: false)));

    [Fact]
    public void Usual_transactions_are_written_byte_for_byte_as_the_serializer_writes_them() =>
        OddRows.Transaction.Array[0, 4].Sample(rows => Assert.Equal(
            JsonSerializer.SerializeToUtf8Bytes(rows, Serializer.GetTypeInfo(rows.GetType())),
            WrittenBody.Of(rows, Form.Json, Written.Columns(TransactionMembers.All, Form.Json), byteOrderMark: false)));

    [Fact]
    public void One_card_is_one_object() =>
        OddRows.Card.Sample(card => Assert.Equal(
            JsonSerializer.SerializeToUtf8Bytes(card, Serializer.GetTypeInfo(card.GetType())),
            WrittenBody.OfOne(card, Written.Columns(CardMembers.All, Form.Json))));

    [Fact]
    public void Every_member_of_odd_rows_is_json() =>
        OddRows.Transaction.Array[1, 3].Sample(rows => Assert.All(
            Written.Values(rows, Written.Columns(TransactionMembers.All, Form.Json, FieldSelection.All)),
            values => Assert.Equal(TransactionMembers.All.Count, values.Length)));

    [Fact]
    public void Ndjson_is_a_line_a_row_and_a_last_line_that_counts_them() =>
        OddRows.Transaction.Array[0, 5].Select(Gen.Bool).Sample((rows, raw) =>
        {
            var columns = Written.Columns(TransactionMembers.All, Form.NdJson, FieldSelection.All, rawText: raw);
            var lines = Written.Text(rows, Form.NdJson, columns).Split('\n');

            Assert.Equal("", lines[^1]);
            Assert.Equal($$"""{"rows":{{rows.Length}}}""", lines[^2]);
            Assert.Equal(Written.Text(rows, Form.Json, columns), $"[{string.Join(',', lines[..^2])}]");
        });

    [Fact]
    public void Exact_decimals_are_text_and_no_member_is_called_rows()
    {
        var row = OddRows.Transaction.Single() with { AmountCents = -5, Currency = "USD" };

        Assert.Equal("""[{"id":"txn_1GXIHRCPThxAJRf4PPBNOQ","amount":"-0.05"}]""",
            Written.Text([row], Form.Json, Written.Columns(TransactionMembers.All, Form.Json, new FieldSelection(["amount"], IsAll: false))));
        Assert.DoesNotContain("rows", CardMembers.All.Select(member => member.Name).Concat(TransactionMembers.All.Select(member => member.Name)));
    }
}
