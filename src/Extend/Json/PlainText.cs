using System.Text.Json.Serialization;

namespace Extend.Json;

/// <summary>Reads one JSON string with the framework's own reader.</summary>
[JsonSerializable(typeof(string))]
internal sealed partial class PlainText : JsonSerializerContext;
