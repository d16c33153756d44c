using System.Text;
using System.Text.Json;
using Vts.Callers.Rules;
using Vts.Forms;

namespace Vts.Tests.Forms;

/// <summary>What is written, as text.</summary>
internal static class Written
{
    public static Columns<T> Columns<T>(IReadOnlyList<Member<T>> all, Form form, FieldSelection? fields = null, FieldRule? rule = null, bool rawText = false) =>
        global::Vts.Forms.Columns<T>.Choose(all, fields ?? FieldSelection.Usual, rule ?? FieldRule.All, form, rawText);

    public static string Text<T>(IReadOnlyList<T> rows, Form form, Columns<T> columns, bool byteOrderMark = false) =>
        Encoding.UTF8.GetString(WrittenBody.Of(rows, form, columns, byteOrderMark));

    /// <summary>Each row's members as text, from the JSON form; null where it has null.</summary>
    public static string?[][] Values<T>(IReadOnlyList<T> rows, Columns<T> columns) =>
        [.. JsonDocument.Parse(WrittenBody.Of(rows, Form.Json, columns, byteOrderMark: false)).RootElement.EnumerateArray().Select(Values)];

    private static string?[] Values(JsonElement row) => [.. row.EnumerateObject().Select(member => member.Value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => member.Value.GetString(),
        _ => member.Value.GetRawText(),
    })];
}
