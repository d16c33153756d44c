using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;

namespace Vts.Api.Tests.Hostile;

/// <summary>Holds the body of a 200 to the form and the members that the contract tells.</summary>
internal static class Rows
{
    /// <summary>What is wrong with it; null if nothing is.</summary>
    /// <param name="operation">Whose answer it is.</param>
    /// <param name="form">The media type that was asked for; null if any will do.</param>
    /// <param name="answer">The answer.</param>
    public static string? Fault(ContractOperation operation, string? form, WireAnswer answer)
    {
        var type = answer["Content-Type"]?.Split(';')[0];
        try
        {
            return answer["Content-Encoding"] is not null ? null
                : type is null || !operation.Forms.Contains(type) || (form is not null && type != form) ? $"expected {form}, got {type}"
                : type == "text/csv" ? CsvFault(answer.Text)
                : type == "application/x-ndjson" ? LinesFault(operation.Json.Items!, answer.Text)
                : JsonNode.Parse(answer.Body) is var json && operation.IsList ? json!.AsArray().Select(row => MembersFault(operation.Json.Items!, row!)).FirstOrDefault(fault => fault is not null)
                : MembersFault(operation.Json, json!);
        }
        catch (JsonException)
        {
            return "no JSON";
        }
    }

    private static string? LinesFault(IOpenApiSchema row, string text)
    {
        var lines = text.Split('\n')[..^1];
        return lines is [.., var last] && last == $"{{\"rows\":{lines.Length - 1}}}"
            ? lines[..^1].Select(line => MembersFault(row, JsonNode.Parse(line)!)).FirstOrDefault(fault => fault is not null)
            : "no last line with the number of rows";
    }

    private static string? CsvFault(string text)
    {
        var records = Records(text);
        if (records is [{ Count: 1 }, ..])
        {
            // One column has no place for the number beside the mark.
            return records[^1][0] == $"#rows={records.Count - 2}" ? null : "no last record with the number of rows";
        }

        return records.Count < 2 || records[^1] is not ["#rows", ..] ? "no last record with the number of rows"
            : records[^1].Count > 1 && records[^1][1] != $"{records.Count - 2}" ? $"{records.Count - 2} records and not {records[^1][1]}"
            : records.All(record => record.Count == records[0].Count || record[0] == "#rows") ? null
            : "records of different lengths";
    }

    private static string? MembersFault(IOpenApiSchema shape, JsonNode row)
    {
        var members = row.AsObject();
        foreach (var (name, value) in members)
        {
            if (!shape.Properties!.TryGetValue(name, out var member))
            {
                return $"member {name} is in no contract";
            }

            if (member.Type is { } type && !type.HasFlag(TypeOf(value)))
            {
                return $"member {name} is {value?.ToJsonString() ?? "null"}, not {type}";
            }
        }

        return shape.Required?.FirstOrDefault(name => !members.ContainsKey(name)) is { } missing ? $"member {missing} is missing" : null;
    }

    private static JsonSchemaType TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => JsonSchemaType.Null,
        JsonValueKind.True or JsonValueKind.False => JsonSchemaType.Boolean,
        JsonValueKind.String => JsonSchemaType.String,
        JsonValueKind.Number => value.ToJsonString().All(letter => char.IsAsciiDigit(letter) || letter == '-') ? JsonSchemaType.Integer : JsonSchemaType.Number,
        JsonValueKind.Array => JsonSchemaType.Array,
        _ => JsonSchemaType.Object,
    };

    // RFC 4180.
    private static List<List<string>> Records(string text)
    {
        List<List<string>> records = [];
        List<string> record = [];
        var (field, isQuoted) = (new StringBuilder(), false);
        foreach (var letter in text.TrimStart('\ufeff'))
        {
            if (letter == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (isQuoted || letter is not (',' or '\r' or '\n'))
            {
                field.Append(letter);
            }
            else if (letter is ',' or '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (letter == '\n')
                {
                    records.Add(record);
                    record = [];
                }
            }
        }

        return records;
    }
}
