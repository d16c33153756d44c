using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Vts.Audit;

/// <summary>Registers the audit record.</summary>
internal static class AuditServices
{
    public static IServiceCollection AddAudit(this IServiceCollection services) => services
        .AddSingleton<Refusals>()

        // Whoever turns the log down to warnings does not mean the record.
        .AddLogging(static logging => logging.AddFilter(AuditLog.Category, LogLevel.Information));
}
