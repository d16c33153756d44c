using Microsoft.Extensions.Logging;

namespace Vts.Audit;

/// <summary>The log category of the audit record, for hosts that keep it apart from all else they log.</summary>
public static class AuditLog
{
    /// <summary>The category.</summary>
    public const string Category = "Vts.Audit";

    private static readonly EventId Answered = new(1, nameof(Answered));

    internal static void Write(ILogger log, AuditEvent entry)
    {
        if (log.IsEnabled(LogLevel.Information))
        {
            log.Log(LogLevel.Information, Answered, new AuditState(entry), exception: null, static (state, _) => state.ToString());
        }
    }
}
