using CsCheck;

namespace Vts.Tests.Text;

/// <summary>Text as only strangers write it.</summary>
internal static class OddText
{
    private static readonly string[] Pieces =
    [
        "a", "Z", " ", "=", "+1", "-2", "@x", "'", "\"", "\"\"", ",", ";", "|", "#rows", "\t", "\r\n", "\n", "\0", "\u001b[31m", "<b>", "\\", "é", "e\u0301", "日本",
        "שלום", "می‌خواهم", "क्‍ष", "👨‍👩‍👧‍👦", "👩🏽‍🚀", "❤️", "1️⃣", "🇩🇪", "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F", "＝", "＋", "－", "＠",
        "\u200B", "\u200C", "\u200D", "\u202E", "\u2066", "\u2069", "\uFEFF", "\uFE0F", "\u00AD", "\u2028", "\u0085", "\uFFFE", "\uFDD0", "\ud83d", "\ude00",
        "\U000E0067", "\U000E007F", "4111111111111111", "4111 1111 1111 1111", "4111", "5555", "1111 ", "0", "٤", "123456789012345678901234567890", "…",
    ];

    /// <summary>Any of it, most of it short.</summary>
    public static Gen<string> Any { get; } = Gen.Frequency(
        (4, Gen.OneOf(Pieces).Array[0, 12].Select(string.Concat)),
        (1, Gen.String),
        (1, Gen.OneOf("4111 ", "1111 ", "5555 ", "0000 ", "12", "1 ", "\u200B").Array[0, 24].Select(string.Concat)));
}
