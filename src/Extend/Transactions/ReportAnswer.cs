using Extend.Json;

namespace Extend.Transactions;

/// <summary>What <c>GET /reports/transactions/v2</c> answers. Its counts look ahead and tell no total: they are not read.</summary>
internal sealed record ReportAnswer : Envelope
{
    public CardTransactionsAnswer? Report { get; init; }
}
