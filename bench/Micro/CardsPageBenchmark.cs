using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Extend.VirtualCards;
using Vts.Cards;

namespace Vts.Bench.Micro;

/// <summary>Extend's page of 50 cards, from its bytes to cards as callers see them; beside the framework's reading of the same bytes into a document.</summary>
public class CardsPageBenchmark
{
    private byte[] _bytes = [];
    private IReadOnlyList<VirtualCard> _read = [];

    /// <summary>Fetches the page.</summary>
    [GlobalSetup]
    public async Task StartAsync()
    {
        _bytes = (await ExtendPages.FetchAsync()).CardsBytes;
        _read = ExtendPages.Read(_bytes).VirtualCards!;
        BenchService.Ensure(_read.Count == 50);
    }

    /// <summary>The document alone.</summary>
    [Benchmark(Baseline = true)]
    public bool DocumentAlone()
    {
        using var document = JsonDocument.Parse(_bytes);
        return document.RootElement.ValueKind is JsonValueKind.Object;
    }

    /// <summary>The bytes to Extend's cards.</summary>
    [Benchmark]
    public object Parse() => ExtendPages.Read(_bytes);

    /// <summary>Extend's cards to cards as callers see them.</summary>
    [Benchmark]
    public object Map() => _read.Select(Card.From).ToArray();
}
