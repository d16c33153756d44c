namespace Extend.Connections;

/// <summary>One thing to read.</summary>
/// <param name="Operation">A name for measurements, of which there are few.</param>
/// <param name="Path">Relative to the account's address, with its query.</param>
/// <param name="Asking">What it is read for.</param>
internal sealed record Read(string Operation, string Path, Asking Asking);
