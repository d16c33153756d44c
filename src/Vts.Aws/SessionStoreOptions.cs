using System.ComponentModel.DataAnnotations;
using Vts.Aws.DynamoDb;

namespace Vts.Aws;

/// <summary>Where sessions are kept. Configuration section <c>Sessions</c>, beside the times of <see cref="Extend.Sessions.SessionOptions"/>.</summary>
public sealed class SessionStoreOptions : IValidatableObject
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Sessions";

    /// <summary><c>Memory</c> (default) or <c>DynamoDb</c>.</summary>
    public SessionStoreKind Store { get; set; }

    /// <summary>The table's name. Default <c>vts</c>.</summary>
    [RegularExpression("^[A-Za-z0-9_.-]{3,255}$", ErrorMessage = "must be a DynamoDB table name: 3 to 255 letters, digits, '_', '.', '-'")]
    public string Table { get; set; } = "vts";

    /// <summary>The key that tokens are encrypted with: 32 bytes in base64. Needed for <c>DynamoDb</c>.</summary>
    public string? EncryptionKey { get; set; }

    /// <summary>Keys of earlier times, still able to decrypt while a new <see cref="EncryptionKey"/> spreads.</summary>
    public IList<string> PreviousEncryptionKeys { get; } = [];

    /// <summary>Creates the table if it is missing; for local use. Default false.</summary>
    public bool CreateTable { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Store is SessionStoreKind.Memory)
        {
            yield break;
        }

        if (!TokenCipher.IsKey(EncryptionKey))
        {
            yield return new ValidationResult("must be 32 random bytes in base64: openssl rand -base64 32", [nameof(EncryptionKey)]);
        }

        for (var i = 0; i < PreviousEncryptionKeys.Count; i++)
        {
            if (!TokenCipher.IsKey(PreviousEncryptionKeys[i]))
            {
                yield return new ValidationResult("must be 32 bytes in base64", [$"{nameof(PreviousEncryptionKeys)}:{i}"]);
            }
        }
    }
}
