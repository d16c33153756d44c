namespace Vts.Callers;

/// <summary>Why a request was not authenticated, for the record; the one who asked is not told. A feature of the request.</summary>
/// <param name="Reason">Why.</param>
/// <param name="KeyId">The key's id, where the token is that of a key which opens nothing now.</param>
/// <param name="Caller">The caller's name, where it is known and only nothing is granted to it.</param>
public sealed record RefusedCredential(RefusalReason Reason, string? KeyId, string? Caller = null);
