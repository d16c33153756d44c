using System.Text.Json;
using Extend.Json;
using Extend.Simulator;
using Extend.Transactions;
using Extend.VirtualCards;
using Vts.Cards;
using Transaction = Vts.Transactions.Transaction;

namespace Vts.Bench.Micro;

/// <summary>A page of 50 cards and a report of 25 transactions: Extend's bytes, and what becomes of them.</summary>
internal sealed class ExtendPages
{
    private const string Version = "application/vnd.paywithextend.v2021-03-12+json";

    // Of a card that has more of them than are shown.
    private const string CardsPath = "virtualcards?count=50&page=0&sortField=createdAt&sortDirection=ASC";
    private const string TransactionsPath = "reports/transactions/v2?page=1&perPage=25&sort=-date&virtualCardId=";

    private ExtendPages(byte[] cards, byte[] report)
    {
        (CardsBytes, ReportBytes) = (cards, report);
        Cards = [.. Read(cards).VirtualCards!.Select(Card.From)];
        Transactions = [.. ReadReport(report).Report!.Transactions!.Select(row => Transaction.From(row.VirtualCardId!, row))];
    }

    public byte[] CardsBytes { get; }

    public byte[] ReportBytes { get; }

    public Card[] Cards { get; }

    public Transaction[] Transactions { get; }

    public static VirtualCardPage Read(byte[] cards) => JsonSerializer.Deserialize(cards, ExtendJson.Default.VirtualCardPage)!;

    public static ReportAnswer ReadReport(byte[] report) => JsonSerializer.Deserialize(report, ExtendJson.Default.ReportAnswer)!;

    public static async Task<ExtendPages> FetchAsync()
    {
        await using var simulator = await SimulatorServer.StartAsync(new SimulatorOptions { Urls = "http://127.0.0.1:0" });
        using var http = new HttpClient { BaseAddress = simulator.Address };
        http.DefaultRequestHeaders.Add("Accept", Version);
        http.DefaultRequestHeaders.Add("Authorization", "Basic " + Convert.ToBase64String("apik_demo:demo"u8));
        http.DefaultRequestHeaders.Add("x-extend-api-key", "apik_demo");
        var cards = await http.GetByteArrayAsync(new Uri(CardsPath, UriKind.Relative));
        foreach (var card in Read(cards).VirtualCards!)
        {
            var report = await http.GetByteArrayAsync(new Uri(TransactionsPath + card.Id, UriKind.Relative));
            if (ReadReport(report).Report!.Transactions!.Count == 25)
            {
                return new ExtendPages(cards, report);
            }
        }

        throw new InvalidOperationException("No card has 25 transactions.");
    }
}
