using Vts.Callers;

namespace Vts.Audit;

/// <summary>Who asked what, from where, and what was shown: one answered request. Never holds a key, a token, or anything that was shown.</summary>
/// <param name="Time">When it was answered.</param>
/// <param name="RequestId">The request's name, as in its header <c>x-request-id</c>.</param>
/// <param name="Address">Where it came from; null if that is not known.</param>
/// <param name="Status">HTTP status of the answer.</param>
public sealed record AuditEvent(DateTimeOffset Time, string RequestId, string? Address, int Status)
{
    /// <summary>The caller's name; null where nobody was authenticated.</summary>
    public string? Caller { get; init; }

    /// <summary>Names the key that was sent, also one that was refused; null for a token from configuration, and for what is no key.</summary>
    public string? KeyId { get; init; }

    /// <summary>The operation's name in the contract; null where none was reached.</summary>
    public string? Operation { get; init; }

    /// <summary>The ids of the cards that the request names, where they have a card id's form; null where it names none.</summary>
    public IReadOnlyList<string>? Cards { get; init; }

    /// <summary>How many cards or transactions were shown; null where none could be.</summary>
    public int? Rows { get; init; }

    /// <summary>The age of what was shown, in whole seconds.</summary>
    public long? AgeSeconds { get; init; }

    /// <summary>The code of the problem that was answered; null where none was.</summary>
    public string? Code { get; init; }

    /// <summary>Why authentication failed; null where it did not.</summary>
    public RefusalReason? Refused { get; init; }

    /// <summary>How many more requests of this caller, or this address, were refused since its last event, and have none of their own; null for none.</summary>
    public int? AlsoRefused { get; init; }
}
