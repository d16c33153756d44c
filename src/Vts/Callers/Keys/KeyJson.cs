using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vts.Callers.Keys;

/// <summary>How keys are stored. What it does not know it refuses: a misspelled <c>expires</c> must not make a key that never ends.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    PropertyNameCaseInsensitive = false,
    NumberHandling = JsonNumberHandling.Strict,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    Converters = [typeof(KeyTimeConverter)])]
[JsonSerializable(typeof(KeyFile))]
[JsonSerializable(typeof(Dictionary<string, DateTimeOffset>))]
public sealed partial class KeyJson : JsonSerializerContext;
