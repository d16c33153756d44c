namespace Vts.Callers.Keys;

/// <summary>What a key store holds at one time.</summary>
/// <param name="Version">Changes with every change; opaque.</param>
/// <param name="Keys">Every key, dead ones too.</param>
public sealed record KeySet(string Version, IReadOnlyList<KeyRecord> Keys);
