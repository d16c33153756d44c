using System.Text.Encodings.Web;
using System.Text.Json;

namespace Vts.Bench.Replay.Redaction;

/// <summary>How JSON is written for people and files, not for web pages.</summary>
internal static class Compact
{
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
