namespace Vts.Operations;

/// <summary>A success of the operation, as it would be sent; shown in the contract.</summary>
/// <param name="Json">The body.</param>
public sealed record AnswerExample(string Json);
