using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using Vts.Audit;
using Vts.Startup;

namespace Vts.Server.Audit;

/// <summary>Keeps the record in its own file where one is configured, and then nowhere else.</summary>
internal static class AuditHosting
{
    public static void AddAuditFile(this WebApplicationBuilder builder)
    {
        var section = builder.Configuration.GetSection(AuditOptions.Section);
        builder.Services.AddOptions<AuditOptions>().Bind(section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<AuditOptions>, AuditOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<AuditOptions>>(
            new OnlyKnown<AuditOptions>(section, nameof(AuditOptions.File), nameof(AuditOptions.MaxBytes), nameof(AuditOptions.Files)));
        if (!string.IsNullOrEmpty(section[nameof(AuditOptions.File)]))
        {
            builder.Services.AddSingleton(provider => new AuditFile(provider.GetRequiredService<IOptions<AuditOptions>>().Value));
            builder.Services.AddSingleton<ILoggerProvider, AuditFileLog>();
            builder.Logging.AddFilter<ConsoleLoggerProvider>(AuditLog.Category, LogLevel.None);
        }
    }
}
