using System.Text.Json.Nodes;

namespace Vts.Api.Tests.Moods;

/// <summary>Every mood that is tried, by name.</summary>
internal static class AllMoods
{
    private const string Head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n";

    public static IReadOnlyList<Mood> List { get; } =
    [
        // Failing.
        new("500", "serverError"),
        new("503", "serverError", ("status", 503)),
        new("599", "serverError", ("status", 599)),
        new("401", "unauthorized"),
        new("400", "refusal", ("status", 400)) { Denies = true },
        new("403", "refusal") { Denies = true },
        new("404", "refusal", ("status", 404)) { Denies = true },
        new("406", "refusal", ("status", 406)),
        new("418", "refusal", ("status", 418)),
        new("422", "refusal", ("status", 422)) { Denies = true },
        new("429", "refusal", ("status", 429)),
        new("web page", "htmlPage"),
        new("web page in 200", "htmlPage", ("status", 200)),
        new("web page in 404", "htmlPage", ("status", 404)),
        new("challenge", "challenge"),
        new("error in 200", "errorIn200", ("error", "4111111111111111")),

        // Broken on the way.
        new("dropped", "dropConnection"),
        new("cut", "cutBody"),
        new("cut at once", "cutBody", ("bytes", 0)),
        new("late", "latency", ("milliseconds", 60_000)) { IsSlow = true },
        new("drip", "slowBody", ("milliseconds", 50)) { IsSlow = true },
        new("204", "emptyBody"),
        new("200 without body", "emptyBody", ("status", 200)),
        new("304", "emptyBody", ("status", 304)),

        // Too much.
        new("huge", "hugeBody"),
        new("endless", "endlessBody"),
        new("gzip bomb", "compressedBody"),
        new("endless pages", "endlessPages") { IsEndless = true },

        // No HTTP.
        new("two lengths", "rawAnswer"),
        new("no HTTP", "rawAnswer", ("text", "SSH-2.0-OpenSSH_9.2\r\n")),
        new("line breaks in headers", "rawAnswer", ("text", $"{Head}X: a\r\n\tb\rc\nSet-Cookie: token=1\r\nContent-Length: 2\r\n\r\n{{}}")),
        new("long header", "rawAnswer", ("text", $"{Head}X: {new string('x', 200_000)}\r\nContent-Length: 2\r\n\r\n{{}}")),
        new("early hints", "rawAnswer", ("text", string.Concat(Enumerable.Repeat("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n", 5_000)))) { IsSlow = true },
        new("another protocol", "rawAnswer", ("text", "HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\nx")) { IsSlow = true },
        new("negative length", "rawAnswer", ("text", $"{Head}Content-Length: -1\r\n\r\n{{}}")) { IsSlow = true },
        new("great length", "rawAnswer", ("text", $"{Head}Content-Length: 9223372036854775807\r\n\r\n{{}}")),
        new("bad chunk", "rawAnswer", ("text", $"{Head}Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\n{{}}")) { IsSlow = true },
        new("no gzip", "header", ("name", "Content-Encoding"), ("value", "gzip")),
        new("unknown encoding", "header", ("name", "Content-Encoding"), ("value", "x-odd")),

        // No JSON, or not that.
        new("half of the JSON", "cutJson"),
        new("JSON that ends late", "plantedMember", ("member", "pagination"), ("value", JsonNode.Parse(string.Concat(Enumerable.Repeat("[", 60)) + string.Concat(Enumerable.Repeat("]", 60))))),
        new("no UTF-8", "brokenText"),
        new("no UTF-8 in names", "brokenText", ("member", "displayName")),
        new("wrong type", "wrongContentType"),
        new("unknown words", "unknownEnum") { Spoils = ["status", "amountCents", "currency"] },
        new("card number as word", "unknownEnum", ("value", "4111111111111111")) { Spoils = ["status", "amountCents", "currency"] },
        new("unknown members", "extraMembers"),
        new("no ids", "missingMember", ("member", "id")),
        new("no status", "missingMember"),
        new("no pagination", "missingMember", ("member", "pagination")),
        new("no cards", "missingMember", ("member", "virtualCards")),
        new("no transactions", "missingMember", ("member", "transactions")),
        new("status twice", "repeatedMember"),
        new("balance twice", "repeatedMember", ("member", "balanceCents")),
        new("amount twice", "repeatedMember", ("member", "authBillingAmountCents")),
        new("lists twice", "repeatedMember", ("member", "virtualCards")),
        new("no entries", "plantedMember", ("member", "virtualCards"), ("value", new JsonArray(null, null))),

        // Untrue.
        new("more than there is", "wrongTotals", ("items", 5)),
        new("fewer than there are", "wrongTotals", ("items", -50), ("pages", -1)),
        new("negative totals", "wrongTotals", ("items", -1_000_000_000), ("pages", -1_000_000_000)),
        new("countless", "wrongTotals", ("items", 1_000_000_000), ("pages", 1_000_000_000)),
        new("reversed", "reversedLists"),
        new("repeated", "repeatedItems"),
        new("another card", "plantedMember", ("member", "id"), ("value", "vc_1111111111111111111111")),
        new("another card's transactions", "plantedMember", ("member", "virtualCardId"), ("value", "vc_1111111111111111111111")),
        new("ids with slashes", "plantedMember", ("member", "id"), ("value", "vc_/../../signin")),
        new("ids with line breaks", "plantedMember", ("member", "id"), ("value", "vc_1\r\nX: 1")),
        new("a card number as id", "plantedMember", ("member", "id"), ("value", "4111111111111111")),
        new("an endless id", "plantedMember", ("member", "id"), ("value", new string('x', 20_000))),
        new("no amount", "plantedMember", ("member", "authBillingAmountCents"), ("value", null)) { Spoils = ["amountCents"] },
        new("amounts beyond numbers", "plantedMember"),
        new("amounts beyond 64 bits", "plantedMember", ("member", "limitCents"), ("value", JsonNode.Parse("9223372036854775808"))),
        new("the least amount", "plantedMember", ("member", "clearingBillingAmountCents"), ("value", long.MinValue)) { Spoils = ["amountCents", "totalCents"] },
        new("the greatest amount", "plantedMember", ("member", "authBillingAmountCents"), ("value", long.MaxValue)) { Spoils = ["amountCents", "totalCents"] },
        new("fractions", "plantedMember", ("member", "balanceCents"), ("value", 12.5)),
        new("amounts as text", "plantedMember", ("member", "authBillingAmountCents"), ("value", "545")),
        new("odd currency", "plantedMember", ("member", "authBillingCurrency"), ("value", "\u202EDSU\0")) { Spoils = ["currency"] },
        new("first day of all", "plantedMember", ("member", "authedAt"), ("value", "0001-01-01T00:00:00.000+0000")) { Spoils = ["authorizedAt"] },
        new("before all days", "plantedMember", ("member", "authedAt"), ("value", "0001-01-01T00:00:00.000+1400")) { Spoils = ["authorizedAt"] },
        new("last day of all", "plantedMember", ("member", "authedAt"), ("value", "9999-12-31T23:59:59.999+0000")) { Spoils = ["authorizedAt"] },
        new("no such day", "plantedMember", ("member", "authedAt"), ("value", "2026-02-31T00:00:00.000+0000")),
        new("no day at all", "plantedMember", ("member", "authedAt"), ("value", null)) { Spoils = ["authorizedAt"] },
        new("odd expiry", "plantedMember", ("member", "expires"), ("value", new JsonArray(1, "x"))),
        new("nothing left", "header"),
        new("less than nothing left", "header", ("name", "x-rate-limit-remaining"), ("value", "-99999999999999999999")),
        new("wait for ever", "header", ("name", "Retry-After"), ("value", "99999999999999999999")),
    ];

    /// <summary>The mood of this name.</summary>
    public static Mood Of(string name) => List.Single(mood => mood.Name == name);
}
