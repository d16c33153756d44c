using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Vts.Audit;

namespace Vts.Server.Audit;

/// <summary>Takes the record out of the log and into its file. What the file does not take goes to standard error, so that it is not lost.</summary>
internal sealed class AuditFileLog(IServiceProvider services) : ILoggerProvider, ILogger
{
    private readonly Lazy<AuditFile> _file = new(services.GetRequiredService<AuditFile>);

    public ILogger CreateLogger(string categoryName) => categoryName == AuditLog.Category ? this : NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel is not LogLevel.None;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        var line = state is AuditState audit ? audit.Utf8 : Encoding.UTF8.GetBytes(formatter(state, exception));
        try
        {
            _file.Value.Write(line.Span);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"vts-server: the audit record cannot be written ({fault.Message}): {Encoding.UTF8.GetString(line.Span)}");
        }
    }

    public void Dispose()
    {
    }
}
