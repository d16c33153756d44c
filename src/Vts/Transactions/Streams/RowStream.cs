using Vts.Freshness;

namespace Vts.Transactions.Streams;

/// <summary>Rows that are given as they are read.</summary>
/// <param name="Rows">The rows.</param>
/// <param name="Vintage">How old what is known of them before they are read is: the list of cards, and what is kept of the rows.</param>
internal sealed record RowStream(IAsyncEnumerable<Transaction> Rows, Vintage Vintage);
