using System.Globalization;
using Extend.Connections;
using Extend.Json;

namespace Extend.Transactions;

/// <summary>The older door's way to a card's most recent transactions: the card's own route.</summary>
internal sealed class CardRoute(Connection connection) : IRecentTransactions
{
    private static readonly string Statuses = string.Join(',', TransactionStatus.All);

    public async Task<IReadOnlyList<Transaction>?> ReadAsync(string cardId, int count, string share, CancellationToken cancellationToken)
    {
        var path = string.Create(CultureInfo.InvariantCulture, $"virtualcards/{cardId}/transactions?count={count}&status={Statuses}");
        var answer = await connection.FindAsync(new Read("listCardTransactions", path, share), ExtendJson.Default.CardTransactionsAnswer, cancellationToken);
        return answer?.Transactions.OrUnreadable();
    }
}
