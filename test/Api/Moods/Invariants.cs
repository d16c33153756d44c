using System.Text.RegularExpressions;
using Vts.Api.Tests.Hostile;

namespace Vts.Api.Tests.Moods;

/// <summary>What holds of every answer, whatever Extend does.</summary>
internal sealed partial class Invariants(Truth truth, IReadOnlyCollection<Mood> moods)
{
    // A read's deadline is 1.5 s here; a list of cards may walk three times, and asks for cards and their transactions one after the other.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);

    // Texts of the simulator's faults, credentials, a card number that was planted, and the looks of a stack trace.
    private static readonly string[] Never =
    [
        "Internal server error", "Bad Gateway", "Just a moment", "Something went wrong", "Refused", "elsewhere", "apik_", VtsApp.Token,
        "4111111111111111", "   at ", "System.", "Exception", "127.0.0.1",
    ];

    private HashSet<string> Spoilt => [.. moods.SelectMany(mood => mood.Spoils)];

    public async Task HoldAsync(Reply reply)
    {
        var said = $"{string.Join(" + ", moods)}: {reply.Question} → {reply.Status}, {reply.Body?.Length.ToString() ?? "cut"}: {reply.Body?[..Math.Min(400, reply.Body.Length)]}";
        Assert.True(reply.Took < Deadline, $"{said} took {reply.Took}");
        Assert.True(Contract.Of(reply.Question.Operation)!.Statuses.Contains(reply.Status), $"{said} is not documented");
        Assert.All(Never, text => Assert.False($"{reply.Response.Headers}{reply.Response.Content.Headers}{reply.Body}".Contains(text, StringComparison.Ordinal), $"{said} has '{text}'"));
        try
        {
            if (reply.Status == 200)
            {
                IsTrue(reply);
            }
            else
            {
                await IsOurProblemAsync(reply);
            }
        }
        catch (Exception fault)
        {
            throw new Xunit.Sdk.XunitException($"{said}\n{fault.Message}", fault);
        }
    }

    private async Task IsOurProblemAsync(Reply reply)
    {
        var code = Code().Match(reply.Body!).Groups["code"].Value;
        await ProblemAssert.IsAsync(reply.Status, code, reply.Response);
        if (reply.Status == 404)
        {
            Assert.Contains(moods, mood => mood.Denies);
            Assert.Equal("card_not_found", code);
        }
        else
        {
            Assert.StartsWith("extend_", code, StringComparison.Ordinal);
            Assert.InRange(reply.Status, 502, 504);
        }
    }

    private void IsTrue(Reply reply)
    {
        if (reply.Response.Headers.TryGetValues("Cache-Status", out var cache) && cache.Single().Contains("hit", StringComparison.Ordinal))
        {
            Assert.NotNull(reply.Response.Headers.Age);
        }

        // Cut: whoever reads it knows.
        if (reply.Body is null || reply.Question.Operation == "/me")
        {
            return;
        }

        var rows = Rows.Read(reply.Response.Content.Headers.ContentType?.MediaType, reply.Body);
        Assert.True(rows.IsWhole, "An answer that came to its end has no last line.");
        if (reply.Question.Operation == "/transactions/summary")
        {
            AddsUp(reply, rows);
        }
        else
        {
            Exists(rows);
            IsWhole(reply, rows);
        }
    }

    private void Exists(Rows rows)
    {
        var spoilt = Spoilt;
        Assert.Equal(rows.List.Count, rows.List.Select(row => row["id"]).Distinct(StringComparer.Ordinal).Count());
        foreach (var row in rows.List)
        {
            var told = truth.Find(row["id"]);
            Assert.True(told is not null, $"Extend has no {row["id"]}.");
            foreach (var (member, value) in told.Where(member => row.ContainsKey(member.Key) && !spoilt.Contains(member.Key)))
            {
                Assert.True(value == row[member], $"{row["id"]}: {member} is {row[member]} and not {value}");
            }
        }
    }

    private void IsWhole(Reply reply, Rows rows)
    {
        var path = reply.Question.Path;
        if (path.Contains("search=", StringComparison.Ordinal) || path.Contains("cursor=", StringComparison.Ordinal))
        {
            return;
        }

        // Where moments are not what they are, others are the most recent; where a status is not, others are active.
        var isSpoilt = Spoilt.Overlaps(["authorizedAt"]) || (Spoilt.Contains("status") && reply.Question.Operation == "/cards/active");
        string[] whole = [.. truth.Whole(reply.Question, Failed(reply, rows))];
        if (Limit().Match(path) is { Success: true } limit)
        {
            Assert.Equal(Math.Min(whole.Length, int.Parse(limit.Groups["rows"].Value, System.Globalization.CultureInfo.InvariantCulture)), rows.List.Count);
        }
        else if (!isSpoilt)
        {
            Assert.Equal(whole.Order(StringComparer.Ordinal), rows.List.Select(row => row["id"]).Order(StringComparer.Ordinal));
        }
    }

    private void AddsUp(Reply reply, Rows rows)
    {
        var spoilt = Spoilt;
        var totals = truth.Totals(Failed(reply, rows));
        Assert.Equal(totals.Values.Sum(total => total.Transactions), rows.List.Sum(row => long.Parse(row["transactions"], System.Globalization.CultureInfo.InvariantCulture)));
        if (!spoilt.Overlaps(["amountCents", "currency", "status"]))
        {
            Assert.All(totals, total => Assert.Equal(
                total.Value.Cents, Truth.Sum(rows.List.Where(row => row["currency"] == total.Key).Select(row => row["totalCents"]))));
        }
    }

    private static string[] Failed(Reply reply, Rows rows) =>
    [
        .. rows.Failed,
        .. reply.Response.Headers.TryGetValues("coverage", out var coverage) ? FailedCard().Matches(coverage.Single()).Select(card => card.Groups["id"].Value) : [],
    ];

    [GeneratedRegex("\"code\":\"(?<code>[a-z_]+)\"", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();

    [GeneratedRegex("[?&]limit=(?<rows>[0-9]+)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Limit();

    [GeneratedRegex("\"(?<id>vc_[0-9A-Za-z]+)\";code=", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FailedCard();
}
