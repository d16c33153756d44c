using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Vts.Callers.Rules;
using Vts.Forms;
using Vts.Text;
using Vts.Transactions;

namespace Vts.Bench.Micro;

/// <summary>Writing 25 transactions as JSON; beside the framework's writer, called by hand for the same bytes.</summary>
public class JsonListBenchmark
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly Columns<Transaction> Columns =
        Columns<Transaction>.Choose(TransactionMembers.All, FieldSelection.Usual, FieldRule.All, Form.Json, rawText: false);

    private Transaction[] _rows = [];

    /// <summary>Fetches the transactions.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _rows = (await ExtendPages.FetchAsync()).Transactions;
        BenchService.Ensure(ByHand().AsSpan().SequenceEqual(Written()));
    }

    /// <summary>The framework's writer by hand.</summary>
    [Benchmark(Baseline = true)]
    public byte[] ByHand()
    {
        var output = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(output, Options);
        writer.WriteStartArray();
        foreach (var row in _rows)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, row.Id);
            writer.WriteString("cardId"u8, row.CardId);
            writer.WriteString("status"u8, row.Status);
            writer.WriteString("type"u8, row.Type);
            WriteNumber(writer, "amountCents"u8, row.AmountCents);
            writer.WriteString("currency"u8, row.Currency);
            writer.WriteString("merchantName"u8, row.MerchantName);
            writer.WriteString("mcc"u8, row.Mcc);
            writer.WriteString("authorizedAt"u8, Text(row.AuthorizedAt));
            writer.WriteString("clearedAt"u8, Text(row.ClearedAt));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    /// <summary>As the service writes it.</summary>
    [Benchmark]
    public byte[] Written() => WrittenBody.Of(_rows, Form.Json, Columns, byteOrderMark: false);

    private static void WriteNumber(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? number)
    {
        writer.WritePropertyName(name);
        if (number is { } value)
        {
            writer.WriteNumberValue(value);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static string? Text(DateTimeOffset? time) => time?.UtcDateTime.ToString(UtcMilliseconds.Form, CultureInfo.InvariantCulture);
}
