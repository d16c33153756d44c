using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Differences;

namespace Vts.Bench.Replay.Redaction;

/// <summary>
/// Takes out of an answer what is not to be told. With a key, hashes stand for it and for all ids, so that a change is still seen.
/// What is no JSON, NDJSON or CSV is told by its hash alone.
/// </summary>
internal sealed class Redactor(Declaration declaration, IdHash? hash)
{
    private const string Gone = "…";

    public Answer Redact(Answer answer) => answer.Status == Answer.NoAnswer
        ? answer
        : new Answer(answer.Status, [.. Headers(answer)], Ids(Body(answer)));

    /// <summary>The text with hashed ids, where that is asked for.</summary>
    public string Ids(string text) => hash is null ? text : IdHash.Replace(text, hash.Of);

    private IEnumerable<KeyValuePair<string, string>> Headers(Answer answer) =>
        from header in answer.Headers
        where !declaration.IsUnheeded(header.Key)
        select KeyValuePair.Create(header.Key, declaration.IsVolatileHeader(header.Key) ? Gone : Ids(NextPage.WithoutCursors(header.Value)));

    private string Body(Answer answer)
    {
        try
        {
            return answer.Kind switch
            {
                _ when answer.Body.Length == 0 => "",
                BodyKind.Json => Json(answer.Body),
                BodyKind.Lines => string.Join('\n', answer.Body.Split('\n').Select(line => line.Length == 0 ? line : Json(line))),
                BodyKind.Csv => Csv.Write(Columns(Csv.Read(answer.Body))),
                _ => Opaque(answer.Body),
            };
        }
        catch (Exception fault) when (fault is JsonException or ArgumentException)
        {
            return Opaque(answer.Body);
        }
    }

    private string Json(string text)
    {
        var node = JsonNode.Parse(text);
        Strike(node);
        return node?.ToJsonString(Compact.Json) ?? "null";
    }

    private void Strike(JsonNode? node)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
            {
                Strike(item);
            }
        }

        if (node is not JsonObject members)
        {
            return;
        }

        foreach (var (name, value) in members.ToList())
        {
            if (declaration.IsVolatile(name))
            {
                members[name] = Gone;
            }
            else if (declaration.IsRedacted(name) && value is not null)
            {
                members[name] = Struck(value is JsonValue ? value.ToString() : value.ToJsonString());
            }
            else
            {
                Strike(value);
            }
        }
    }

    private IEnumerable<string[]> Columns(IEnumerable<string[]> rows)
    {
        string[]? names = null;
        foreach (var row in rows)
        {
            if (names is null)
            {
                names = [.. row.Select(Csv.Name)];
                yield return row;
            }
            else
            {
                yield return [.. row.Select((cell, at) => at >= names.Length || cell.Trim().Length == 0 ? cell : Cell(names[at], cell))];
            }
        }
    }

    private string Cell(string name, string cell) =>
        declaration.IsVolatile(name) ? Csv.With(cell, Gone)
        : declaration.IsRedacted(name) ? Csv.With(cell, Struck(cell))
        : cell;

    private string Struck(string text) => hash is null ? Gone : hash.Text(text);

    private static string Opaque(string body) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)))}";
}
