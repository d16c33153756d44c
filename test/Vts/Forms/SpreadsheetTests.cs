using System.Globalization;
using System.Xml.Linq;
using CsCheck;
using Vts.Forms;
using Vts.Transactions;

namespace Vts.Tests.Forms;

/// <summary>What LibreOffice makes of the CSV form.</summary>
public sealed class SpreadsheetTests
{
    // Comma, quote, UTF-8, from the first line; then quoted fields as text or not, no special numbers; last of all formulas are formulas.
    private const string QuotedIsText = "CSV:44,34,76,1,,0,true,false,false,false,false,-1,true";
    private const string QuotedIsGuessed = "CSV:44,34,76,1,,0,false,true,false,false,false,-1,true";

    private static readonly XNamespace Table = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static readonly XNamespace Office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";

    private static readonly string[] Planted = ["=1+1", "+1+1", "-1+1", "@SUM(1)", "\"=1+1", " =1+1", "＝1+1", "=HYPERLINK(\"http://x\")", "'=1", "0042", "4111", "1e5", "2026-01-01", "TRUE"];

    [Fact]
    public async Task Every_amount_is_a_number_and_every_text_a_text()
    {
        var (rows, columns) = Rows();

        var sheet = await OpenAsync(rows, columns, QuotedIsText);

        Assert.Equal(rows.Length + 2, sheet.Count);
        Assert.Equal(Written.Values(rows, columns).Length, rows.Length);
        foreach (var (values, cells) in Written.Values(rows, columns).Zip(sheet.Skip(1)))
        {
            for (var i = 0; i < values.Length; i++)
            {
                AssertCell(columns.Members[i].Kind, values[i], cells.ElementAtOrDefault(i));
            }
        }

        Assert.Equal(rows.Length, Number(sheet[^1][1]));
    }

    [Fact]
    public async Task No_text_becomes_a_formula_even_where_quotes_are_not_minded()
    {
        var (rows, columns) = Rows();

        var sheet = await OpenAsync(rows, columns, QuotedIsGuessed);

        Assert.Equal(rows.Length + 2, sheet.Count);
        Assert.All(sheet.SelectMany(cells => cells), cell => Assert.Null(cell.Attribute(Table + "formula")));
        var rate = columns.Members.Index().Single(member => member.Item.Name == "exchangeRate").Index;
        Assert.All(sheet.Skip(1).SkipLast(1), cells => Assert.Equal(-12.5, Number(cells[rate])));
    }

    private static (Transaction[] Rows, Columns<Transaction> Columns) Rows()
    {
        Transaction[] odd = [.. OddRows.Transaction.Array[100].Single(), .. Planted.Select(text => OddRows.Transaction.Single() with { MerchantName = text })];
        string[] names = ["merchantName", "amountCents", "mcc", "amount", "countsInTotal", "merchantCity", "attachmentsCount", "exchangeRate"];
        return ([.. odd.Select(row => row with { Facts = row.Facts with { ExchangeRate = -12.5m } })],
            Written.Columns(TransactionMembers.All, Form.Csv, new FieldSelection(names, IsAll: false)));
    }

    private static void AssertCell(MemberKind kind, string? value, XElement? cell)
    {
        var type = cell?.Attribute(Office + "value-type")?.Value;
        Assert.Null(cell?.Attribute(Table + "formula"));
        if (string.IsNullOrEmpty(value))
        {
            Assert.Null(type);
        }
        else if (kind is MemberKind.Text)
        {
            Assert.Equal("string", type);
        }
        else if (kind is MemberKind.Cents or MemberKind.Whole or MemberKind.Exact)
        {
            Assert.Equal("float", type);
            Assert.Equal(double.Parse(value, CultureInfo.InvariantCulture), Number(cell!), Math.Abs(double.Parse(value, CultureInfo.InvariantCulture)) * 1e-13);
        }
    }

    private static double Number(XElement cell) => double.Parse(cell.Attribute(Office + "value")!.Value, CultureInfo.InvariantCulture);

    private static async Task<List<List<XElement>>> OpenAsync(Transaction[] rows, Columns<Transaction> columns, string filter)
    {
        Tool.Need("soffice");
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var file = Path.Combine(folder.FullName, "list.csv");
            await File.WriteAllBytesAsync(file, WrittenBody.Of(rows, Form.Csv, columns, byteOrderMark: true));
            await Tool.RunAsync("soffice", $"-env:UserInstallation=file://{folder.FullName}/profile", "--headless", $"--infilter={filter}",
                "--convert-to", "fods", "--outdir", folder.FullName, file);
            var sheet = XDocument.Load(Path.Combine(folder.FullName, "list.fods"));
            return [.. sheet.Descendants(Table + "table-row").Select(row => row.Elements(Table + "table-cell").SelectMany(Repeated).ToList())
                .Where(cells => cells.Exists(cell => cell.Attribute(Office + "value-type") is not null))];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static IEnumerable<XElement> Repeated(XElement cell) =>
        Enumerable.Repeat(cell, Math.Min(100, int.Parse(cell.Attribute(Table + "number-columns-repeated")?.Value ?? "1", CultureInfo.InvariantCulture)));
}
