using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Extend.Json;
using Vts.Transactions;

namespace Vts.Bench.Micro;

/// <summary>
/// Extend's report of 25 transactions, from its bytes to transactions as callers see them; beside the framework's reading of the same
/// bytes into a document.
/// </summary>
public class ReportBenchmark
{
    private byte[] _bytes = [];
    private string _card = "";
    private IReadOnlyList<Extend.Transactions.Transaction> _read = [];

    /// <summary>Fetches the report.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _bytes = (await ExtendPages.FetchAsync()).ReportBytes;
        _read = ExtendPages.ReadReport(_bytes).Report!.Transactions!;
        _card = _read[0].VirtualCardId!;
        BenchService.Ensure(MostRecent.Of(_card, _read).Length == 25);
    }

    /// <summary>The document alone.</summary>
    [Benchmark(Baseline = true)]
    public bool DocumentAlone()
    {
        using var document = JsonDocument.Parse(_bytes);
        return document.RootElement.ValueKind is JsonValueKind.Object;
    }

    /// <summary>The bytes to Extend's transactions, every member.</summary>
    [Benchmark]
    public object Parse() => ExtendPages.ReadReport(_bytes);

    /// <summary>The bytes to Extend's transactions, usual members only.</summary>
    [Benchmark]
    public object? ParseUsual() => JsonSerializer.Deserialize(_bytes, BriefJson.ReportAnswer);

    /// <summary>Extend's transactions to the most recent ones as callers see them, in order.</summary>
    [Benchmark]
    public object Map() => MostRecent.Of(_card, _read);
}
