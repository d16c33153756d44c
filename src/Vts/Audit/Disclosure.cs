namespace Vts.Audit;

/// <summary>What an answer shows, for the record. The answer itself leaves it with the request.</summary>
/// <param name="Rows">How many cards or transactions.</param>
/// <param name="Age">Their age.</param>
internal sealed record Disclosure(int Rows, TimeSpan Age);
