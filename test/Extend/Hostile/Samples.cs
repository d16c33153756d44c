namespace Extend.Tests.Hostile;

/// <summary>Answers as Extend gives them.</summary>
internal static class Samples
{
    private const string Card =
        """{"id":"vc_A681POqRINI7goyrCNPff7","status":"ACTIVE","displayName":"Travel","limitCents":5000,"balanceCents":255,"last4":"5348","recipientId":"u_2SYT4fUgSZhpdLn7gBZGAn","recipient":{"id":"u_2SYT4fUgSZhpdLn7gBZGAn","firstName":"Ann","lastName":"Müller","email":"a@example.com"},"issuer":{"code":"X","name":"Example Bank"},"currency":"USD","expires":"2028-08-01T00:00:00.000+0000","recurs":true,"notes":null,"createdAt":"2022-03-10T14:53:54.143+0000"}""";

    private const string Transaction =
        """{"id":"txn_1GXIHRCPThxAJRf4PPBNOQ","status":"CLEARED","virtualCardId":"vc_A681POqRINI7goyrCNPff7","type":"DEBIT","authBillingAmountCents":545,"authBillingCurrency":"USD","clearingBillingAmountCents":545,"clearingBillingCurrency":"USD","merchantName":"CAFÉ \"EXEMPLE\"","mcc":"5812","authedAt":"2022-03-10T14:53:54.143+0000","clearedAt":"2022-03-11","authExchangeRate":1.2345,"declineReasons":[{"code":"C","description":"d"}],"hasAttachments":false}""";

    public const string CardPage = $$"""{"pagination":{"page":0,"pageItemCount":1,"totalItems":1,"numberOfPages":1},"virtualCards":[{{Card}},{{Card}}]}""";
    public const string OneCard = $$$"""{"virtualCard":{{{Card}}}}""";
    public const string Transactions = $$"""{"transactions":[{{Transaction}},{{Transaction}}]}""";
    public const string Report = $$$"""{"report":{"count":2,"transactions":[{{{Transaction}}}]}}""";
    public const string Session = """{"token":"eyJhbGciOiJIUzI1NiJ9.eyJleHAiOjE3NzM0OTAxNDAsImlhdCI6MTc3MzQ4OTYwMH0.c2ln","refreshToken":"r","user":{"id":"u_1"}}""";
    public const string Error = """{"error":"Your account is locked: try the verification code","details":[]}""";

    public static IReadOnlyList<string> All { get; } = [CardPage, OneCard, Transactions, Report, Session, Error];
}
