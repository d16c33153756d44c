using Microsoft.Extensions.Options;

namespace Vts.Queries;

/// <summary>Checks <see cref="ListOptions"/>.</summary>
internal sealed class ListOptionsValidator : IValidateOptions<ListOptions>
{
    public ValidateOptionsResult Validate(string? name, ListOptions options) =>
        options.CursorKey is null || CursorKey.IsSecret(options.CursorKey)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{ListOptions.Section}:{nameof(options.CursorKey)} must be at least 32 random bytes in base64: openssl rand -base64 32");
}
