using Microsoft.Extensions.Options;

namespace Vts.Server.Audit;

/// <summary>Checks every setting of <see cref="AuditOptions"/> and reports all faults at once.</summary>
internal sealed class AuditOptionsValidator : IValidateOptions<AuditOptions>
{
    private const long LeastBytes = 64 * 1024;
    private const long MostBytes = 1024L * 1024 * 1024 * 1024;
    private const int MostFiles = 1000;

    public ValidateOptionsResult Validate(string? name, AuditOptions options)
    {
        string[] faults =
        [
            .. options.MaxBytes is >= LeastBytes and <= MostBytes ? Array.Empty<string>() : [$"{AuditOptions.Section}:MaxBytes must be between {LeastBytes} and {MostBytes}"],
            .. options.Files is >= 1 and <= MostFiles ? Array.Empty<string>() : [$"{AuditOptions.Section}:Files must be between 1 and {MostFiles}"],
        ];
        return faults.Length > 0 ? ValidateOptionsResult.Fail(faults) : ValidateOptionsResult.Success;
    }
}
