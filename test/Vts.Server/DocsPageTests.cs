using System.Collections.Concurrent;
using Microsoft.Playwright;
using Vts.Testing;

namespace Vts.Server.Tests;

public sealed class DocsPageTests
{
    [Fact]
    public async Task The_docs_page_shows_every_operation_and_asks_nobody_but_this_server()
    {
        await using var server = new ServerProcess(["--urls", "http://127.0.0.1:0", "--Simulator:Urls=http://127.0.0.1:0"]);
        var address = await server.AddressAsync();
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = ["--no-sandbox", "--disable-quic", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
        });
        var page = await browser.NewPageAsync();
        var elsewhere = new ConcurrentBag<string>();
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal) && !request.Url.StartsWith("blob:", StringComparison.Ordinal))
            {
                elsewhere.Add(request.Url);
            }
        };

        await page.GotoAsync(new Uri(address, "/docs").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        string[] summaries =
        [
            "List cards", "List active cards", "Get a card", "List a card's transactions", "List the transactions of every card", "Sum up transactions",
            "Get what you may do",
        ];
        foreach (var summary in summaries)
        {
            await Assertions.Expect(page.GetByText(summary, new() { Exact = true }).First).ToBeVisibleAsync();
        }

        Assert.Empty(elsewhere);
    }
}
