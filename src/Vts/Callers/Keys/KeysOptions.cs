using System.ComponentModel.DataAnnotations;

namespace Vts.Callers.Keys;

/// <summary>Where API keys are kept. Configuration section <c>Callers:Keys</c>.</summary>
public sealed class KeysOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = $"{CallersOptions.Section}:{CallersOptions.Keys}";

    /// <summary><c>None</c> (default), <c>File</c> or <c>DynamoDb</c>.</summary>
    public KeyStoreKind Store { get; set; }

    /// <summary>The file's path, for <c>File</c>.</summary>
    public string? File { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Store is KeyStoreKind.File && string.IsNullOrWhiteSpace(File))
        {
            yield return new ValidationResult("is missing: name the file that keeps the API keys, as /var/lib/vts/keys.json", [nameof(File)]);
        }
        else if (Store is not KeyStoreKind.File && !string.IsNullOrWhiteSpace(File))
        {
            yield return new ValidationResult($"is {Store}, but Callers:Keys:File is set: set Callers:Keys:Store=File, or leave the file out", [nameof(Store)]);
        }
    }
}
