using Extend.Json;

namespace Extend.Transactions;

/// <summary>What <c>GET /virtualcards/{id}/transactions</c> answers.</summary>
internal sealed record CardTransactionsAnswer : Envelope
{
    public IReadOnlyList<Transaction>? Transactions { get; init; }
}
