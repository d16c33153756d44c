using System.Text.Json;
using System.Text.Json.Nodes;

namespace Vts.Infrastructure.Tests.Synthesis;

/// <summary>CloudFormation's functions, written so that people can read them.</summary>
internal static class Intrinsic
{
    public static string Text(JsonNode? value) => value switch
    {
        null => "",
        JsonValue text when text.GetValueKind() is JsonValueKind.String => text.GetValue<string>(),
        JsonValue other => other.ToJsonString(),
        JsonObject { Count: 1 } call => Call(call.Single()),
        _ => throw new FormatException($"No text: {value.ToJsonString()}"),
    };

    private static string Call(KeyValuePair<string, JsonNode?> call) => call.Key switch
    {
        "Ref" => $"${{{call.Value}}}",
        "Fn::GetAtt" => $"${{{string.Join('.', call.Value!.AsArray().Select(Text))}}}",
        "Fn::Join" => string.Join(Text(call.Value![0]), call.Value[1]!.AsArray().Select(Text)),
        "Fn::ImportValue" => $"${{import {Text(call.Value)}}}",
        _ => throw new FormatException($"No text: {call.Key}"),
    };
}
