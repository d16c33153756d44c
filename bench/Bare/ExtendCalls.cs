using System.Globalization;
using System.Net;
using System.Net.Http.Headers;

namespace Vts.Bench.Bare;

/// <summary>The calls of Extend that VTS makes for a list over all cards, by the older door. Answers are read to their end, and not understood.</summary>
internal sealed class ExtendCalls : IDisposable
{
    /// <summary>How many go side by side, as VTS's do.</summary>
    public const int SideBySide = 8;

    private const int CardsOnPage = 50;

    private readonly HttpClient _http;

    /// <summary>Calls nothing yet.</summary>
    /// <param name="address">Where Extend is.</param>
    /// <param name="token">An access token of the older door.</param>
    public ExtendCalls(Uri address, string token)
    {
        _http = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All, UseCookies = false }) { BaseAddress = address };
        _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        _http.DefaultRequestHeaders.Accept.ParseAdd("application/vnd.paywithextend.v2021-03-12+json");
    }

    /// <summary>Asks for so many cards, page by page: after the first page the others side by side.</summary>
    public async Task AskForCardsAsync(int cards, CancellationToken cancellationToken)
    {
        var pages = (cards + CardsOnPage - 1) / CardsOnPage;
        await AskForPageAsync(0, cancellationToken);
        var sideBySide = new ParallelOptions { MaxDegreeOfParallelism = SideBySide, CancellationToken = cancellationToken };
        await Parallel.ForAsync(1, pages, sideBySide, async (page, token) => await AskForPageAsync(page, token));
    }

    /// <summary>Asks for a card's 25 most recent transactions of every status.</summary>
    public Task AskForTransactionsAsync(string cardId, CancellationToken cancellationToken) => AskAsync(
        $"virtualcards/{cardId}/transactions?count=25&status=PENDING%2CCLEARED%2CDECLINED%2CNO_MATCH%2CAVS_PASS%2CAVS_FAIL%2CAUTH_REVERSAL",
        cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private Task AskForPageAsync(int page, CancellationToken cancellationToken) => AskAsync(
        string.Create(CultureInfo.InvariantCulture, $"virtualcards?count={CardsOnPage}&page={page}&sortField=createdAt&sortDirection=ASC"),
        cancellationToken);

    private async Task AskAsync(string path, CancellationToken cancellationToken)
    {
        using var answer = await _http.GetAsync(new Uri(path, UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        answer.EnsureSuccessStatusCode();
        await answer.Content.CopyToAsync(Stream.Null, cancellationToken);
    }
}
