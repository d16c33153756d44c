using System.Globalization;
using System.Text;
using BenchmarkDotNet.Attributes;
using Vts.Callers.Rules;
using Vts.Forms;
using Vts.Text;
using Vts.Transactions;

namespace Vts.Bench.Micro;

/// <summary>Writing 25 transactions as CSV; beside text that is put together by hand for the same bytes, minding no quotes and no formulas.</summary>
public class CsvListBenchmark
{
    private static readonly Columns<Transaction> Columns =
        Columns<Transaction>.Choose(TransactionMembers.All, FieldSelection.Usual, FieldRule.All, Form.Csv, rawText: false);

    private static readonly string Header = string.Join(',', Columns.Members.Select(member => member.Name));

    private Transaction[] _rows = [];

    /// <summary>Fetches the transactions.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _rows = (await ExtendPages.FetchAsync()).Transactions;
        BenchService.Ensure(ByHand().AsSpan().SequenceEqual(Written()));
    }

    /// <summary>Text put together by hand.</summary>
    [Benchmark(Baseline = true)]
    public byte[] ByHand()
    {
        var text = new StringBuilder().Append(Header).Append("\r\n");
        foreach (var row in _rows)
        {
            text.Append(CultureInfo.InvariantCulture,
                $"{Quoted(row.Id)},{Quoted(row.CardId)},{Quoted(row.Status)},{Quoted(row.Type)},{row.AmountCents},{Quoted(row.Currency)},{Quoted(row.MerchantName)},{Quoted(row.Mcc)},");
            text.Append(CultureInfo.InvariantCulture,
                $"{Time(row.AuthorizedAt)},{Time(row.ClearedAt)},{ExactAmount.Of(row.AmountCents, row.Currency)},{(row.CountsInTotal ? "true" : "false")}\r\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"#rows,{_rows.Length}").Append(',', Columns.Members.Count - 2).Append("\r\n");
        return Encoding.UTF8.GetBytes(text.ToString());
    }

    /// <summary>As the service writes it.</summary>
    [Benchmark]
    public byte[] Written() => WrittenBody.Of(_rows, Form.Csv, Columns, byteOrderMark: false);

    private static string Quoted(string? text) => string.IsNullOrEmpty(text) ? "" : $"\"{text}\"";

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString(UtcMilliseconds.Form, CultureInfo.InvariantCulture);
}
