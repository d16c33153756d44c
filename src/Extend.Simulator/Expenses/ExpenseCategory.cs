namespace Extend.Simulator.Expenses;

/// <summary>A question that bookkeeping asks of a transaction, and the labels that answer it.</summary>
internal sealed record ExpenseCategory(string Id, string Name, string Code, bool Required, bool Active, IReadOnlyList<ExpenseLabel> Labels);
