namespace Extend.Simulator.Expenses;

/// <summary>One answer to an expense category.</summary>
internal sealed record ExpenseLabel(string Id, string Name, string Code, bool Active);
