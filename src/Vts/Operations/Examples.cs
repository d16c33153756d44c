namespace Vts.Operations;

/// <summary>The examples that more than one operation shows.</summary>
internal static class Examples
{
    public const string Card =
        """{"id":"vc_A681POqRINI7goyrCNPff7","displayName":"Travel","limitCents":5000,"balanceCents":255,"last4":"5348","status":"ACTIVE"}""";

    public const string Transaction =
        """
        {"id":"txn_1GXIHRCPThxAJRf4PPBNOQ","cardId":"vc_A681POqRINI7goyrCNPff7","status":"CLEARED","type":"DEBIT","amountCents":12750,
        "currency":"USD","merchantName":"BEISPIEL HOTEL BERLIN","mcc":"7011","authorizedAt":"2026-03-11T22:10:05.000Z",
        "clearedAt":"2026-03-12T06:00:00.000Z"}
        """;

    public const string Me =
        """
        {"name":"accountant","keyId":null,"account":"main","scopes":["cards:read","transactions:read"],
        "cards":{"ids":null,"statuses":["ACTIVE"],"recipients":null,"cardholders":null,"creditCards":null},
        "fields":null,"ends":null,"limits":{"requestsPerSecond":100,"burst":500,"concurrency":64,"requestsLeft":499,"concurrencyLeft":63},
        "summary":"You are accountant and read Extend account main. You may read cards and transactions. Your cards are those whose status is ACTIVE. You see every member of them. Your token has no end. You may ask 100 times a second, 500 times at once after a rest (499 now), and have 64 requests under way."}
        """;

    public const string Summary =
        """
        [{"key":"vc_A681POqRINI7goyrCNPff7","name":"Travel","currency":"USD","transactions":31,"counted":27,"totalCents":418250,"total":"4182.50"}]
        """;

    public const string Cards = $"[{Card}]";

    public const string Transactions = $"[{Transaction}]";
}
