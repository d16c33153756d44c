namespace Extend;

/// <summary>
/// One reading at Extend, in one call or in many: on whose share of the account's places, and since when it is known what Extend answered.
/// </summary>
/// <param name="share">Whose share: the calls of one never crowd out another's.</param>
public sealed class Asking(string share)
{
    private readonly Lock _gate = new();

    /// <summary>Whose share of the account's places the calls take.</summary>
    public string Share => share;

    /// <summary>
    /// When the first of the calls that were answered rightly was sent, UTC; null before. Of what was read nothing is older than that; how long it
    /// waited for its turn, or was tried in vain, does not make it older.
    /// </summary>
    public DateTimeOffset? SentAt { get; private set; }

    internal void Answered(DateTimeOffset sentAt)
    {
        lock (_gate)
        {
            SentAt = SentAt < sentAt ? SentAt : sentAt;
        }
    }
}
