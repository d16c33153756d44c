using System.Text.Json;
using CsCheck;
using Vts.Callers.Rules;
using Vts.Cards;
using Vts.Forms;

namespace Vts.Tests.Forms;

public sealed class CsvTests
{
    private const string Script =
        """
        import csv, json, sys
        with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
            print(json.dumps(list(csv.reader(file, strict=True))))
        """;

    [Fact]
    public void A_card_is_a_record_between_the_header_and_the_count() => Assert.Equal(
        """"
        id,displayName,limitCents,balanceCents,last4,status,currency,limit,balance
        "vc_1","Travel, ""main""",5000,-255,"0348","ACTIVE","USD",50.00,-2.55
        #rows,1,,,,,,,

        """".ReplaceLineEndings("\r\n"),
        Written.Text([Card], Form.Csv, Written.Columns(CardMembers.All, Form.Csv)));

    [Theory]
    [InlineData(1_000)]
    [InlineData(4_000)]
    [InlineData(4_090)]
    [InlineData(9_000)]
    [InlineData(50_000)]
    public void A_record_of_any_length_is_written_whole(int length)
    {
        var name = new string('a', length);

        var lines = Written.Text([Card with { DisplayName = name }, Card], Form.Csv, Written.Columns(CardMembers.All, Form.Csv)).Split("\r\n");

        Assert.Equal($"\"vc_1\",\"{name}\",5000,-255,\"0348\",\"ACTIVE\",\"USD\",50.00,-2.55", lines[1]);
        Assert.Equal(5, lines.Length);
    }

    [Fact]
    public void What_is_not_known_is_an_empty_cell() => Assert.Equal(
        """"
        id,displayName,limitCents,balanceCents,last4,status,currency,limit,balance
        "vc_1",,,,,"ACTIVE",,,
        #rows,1,,,,,,,

        """".ReplaceLineEndings("\r\n"),
        Written.Text([Card with { DisplayName = "", LimitCents = null, BalanceCents = null, Last4 = null, Facts = CardFacts.None }], Form.Csv,
            Written.Columns(CardMembers.All, Form.Csv)));

    [Fact]
    public void The_header_and_the_count_are_there_without_any_row() =>
        Assert.Equal("id,last4\r\n#rows,0\r\n", Written.Text<Card>([], Form.Csv, Written.Columns(CardMembers.All, Form.Csv, new FieldSelection(["last4"], IsAll: false))));

    [Fact]
    public void In_one_column_the_count_stands_with_its_name() =>
        Assert.Equal("id\r\n\"vc_1\"\r\n#rows=1\r\n", Written.Text([Card], Form.Csv, Written.Columns(CardMembers.All, Form.Csv, rule: new FieldRule { Names = [] })));

    [Fact]
    public void A_flag_is_true_or_false_and_no_text() => Assert.Equal(
        "id,recurs,direct\r\n\"vc_1\",true,false\r\n#rows,1,\r\n",
        Written.Text([Card with { Facts = new CardFacts { Recurs = true, Direct = false } }], Form.Csv, Written.Columns(CardMembers.All, Form.Csv, new FieldSelection(["recurs", "direct"], IsAll: false))));

    [Fact]
    public void Text_is_never_taken_for_the_count() =>
        Assert.Contains("\r\n\"'#rows\"", Written.Text([Card with { Id = "#rows" }], Form.Csv, Written.Columns(CardMembers.All, Form.Csv)), StringComparison.Ordinal);

    [Fact]
    public void A_byte_order_mark_comes_first_and_only_where_it_is_asked_for()
    {
        var columns = Written.Columns(CardMembers.All, Form.Csv);

        Assert.Equal("\uFEFF" + Written.Text([Card], Form.Csv, columns), Written.Text([Card], Form.Csv, columns, byteOrderMark: true));
        Assert.StartsWith("id,", Written.Text([Card], Form.Csv, columns), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Read_by_python_it_equals_the_json(bool raw)
    {
        Tool.Need("python3");
        await OddRows.Transaction.Array[300].SampleAsync(rows => EqualsJsonAsync(rows, TransactionMembers.All, raw), iter: 3, threads: 1);
        await OddRows.Card.Array[300].SampleAsync(rows => EqualsJsonAsync(rows, CardMembers.All, raw), iter: 3, threads: 1);
    }

    private static Card Card => new("vc_1", "Travel, \"main\"", 5000, -255, "0348", "ACTIVE") { Facts = new CardFacts { Currency = "USD" } };

    private static async Task EqualsJsonAsync<T>(T[] rows, IReadOnlyList<Member<T>> all, bool raw)
    {
        var columns = Written.Columns(all, Form.Csv, FieldSelection.All, rawText: raw);
        var file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        try
        {
            await File.WriteAllBytesAsync(file, WrittenBody.Of(rows, Form.Csv, columns, byteOrderMark: raw));
            var records = JsonSerializer.Deserialize<string[][]>(await Tool.RunAsync("python3", "-c", Script, file))!;

            Assert.Equal(columns.Members.Select(member => member.Name), records[0]);
            Assert.Equal(["#rows", $"{rows.Length}"], records[^1][..2]);
            Assert.All(records[^1][2..], cell => Assert.Equal("", cell));
            Assert.Equal(
                Written.Values(rows, columns).Select(values => values.Select(value => value ?? "").ToArray()),
                records[1..^1].Select(record => record.Select((cell, i) => columns.Members[i].Kind is MemberKind.Text ? Unguarded.Text(cell) : cell).ToArray()));
        }
        finally
        {
            File.Delete(file);
        }
    }
}
