namespace Vts.Callers.Keys;

/// <summary>A key as it is handed over, this once.</summary>
/// <param name="Key">The key.</param>
/// <param name="Record">What is stored of it.</param>
public sealed record IssuedKey(string Key, KeyRecord Record);
