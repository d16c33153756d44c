using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vts.Errors;

/// <summary>How problems are written.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(ProblemBody))]
public sealed partial class ProblemJson : JsonSerializerContext;
