using System.CommandLine;
using Vts.Audit;
using Vts.Server.Audit;
using Vts.Server.Hosting;

namespace Vts.Server.Commands;

/// <summary><c>vts-server audit</c>: reads the record of who read what from its files.</summary>
internal static class AuditCommand
{
    private static readonly Option<string?> Caller = new("--caller") { Description = "Only this caller's requests", HelpName = "name" };
    private static readonly Option<string?> Card = new("--card") { Description = "Only requests that name this card", HelpName = "id" };
    private static readonly Option<string?> Since = new("--since") { Description = "From when: 30m, 12h, 1d or 2w ago, or a time such as 2026-11-24T08:00:00Z", HelpName = "when" };
    private static readonly Option<string?> File = new("--file") { Description = "The record's file. Default: what Audit:File is set to", HelpName = "path" };
    private static readonly Option<bool> Json = new("--json") { Description = "The record's own lines, a JSON object each" };

    /// <summary>The command.</summary>
    public static Command Create(string[] settings)
    {
        Since.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } text && SinceText.Read(text, TimeProvider.System.GetUtcNow()) is null)
            {
                result.AddError($"--since '{text}' is no time: say 30m, 12h, 1d or 2w, or a time such as 2026-11-24T08:00:00Z.");
            }
        });
        var command = new Command("audit", "Read the record of who read what, oldest first (Audit:File)") { Caller, Card, Since, File, Json };
        command.SetAction((parsed, cancellationToken) => StartGuard.RunAsync(() => PrintAsync(settings, parsed, cancellationToken)));
        return command;
    }

    private static async Task PrintAsync(string[] settings, ParseResult parsed, CancellationToken cancellationToken)
    {
        var path = parsed.GetValue(File) ?? ServerDefaults.Configuration(settings)[$"{AuditOptions.Section}:{nameof(AuditOptions.File)}"];
        if (string.IsNullOrEmpty(path))
        {
            throw new InvalidOperationException("Audit:File is not set, so that the record is in the server's log. Set it, or name a file with --file.");
        }

        if (AuditFileNames.Existing(path) is [])
        {
            throw new InvalidOperationException($"There is no record at {Path.GetFullPath(path)}.");
        }

        var since = parsed.GetValue(Since) is { } text ? SinceText.Read(text, TimeProvider.System.GetUtcNow()) : null;
        var isJson = parsed.GetValue(Json);
        await using var output = new StreamWriter(Console.OpenStandardOutput());
        foreach (var (line, entry) in new AuditQuery(since, parsed.GetValue(Caller), parsed.GetValue(Card)).Read(path))
        {
            cancellationToken.ThrowIfCancellationRequested();
            await output.WriteLineAsync(isJson ? line : Describe(entry));
        }
    }

    private static string Describe(AuditEvent entry) => string.Join("  ", new[]
    {
        $"{entry.Time:yyyy-MM-dd'T'HH:mm:ss.fff'Z'}",
        entry.KeyId is null ? entry.Caller ?? "-" : $"{entry.Caller ?? "-"} (key {entry.KeyId})",
        entry.Operation ?? "-",
        entry.Code is null ? $"{entry.Status}" : $"{entry.Status} {entry.Code}",
        entry.Refused is { } reason ? $"({reason})" : null,
        entry.Cards is null ? null : string.Join(' ', entry.Cards),
        entry.Rows is { } rows ? $"rows {rows}" : null,
        entry.AgeSeconds is { } age ? $"age {age} s" : null,
        entry.AlsoRefused is { } more ? $"and {more} more refused" : null,
        entry.Address ?? "-",
        entry.RequestId,
    }.OfType<string>());
}
