using System.Diagnostics.CodeAnalysis;
using Extend;

namespace Vts.Text;

/// <summary>Takes in the text of one thing of Extend's: the one place where it is cleaned.</summary>
/// <param name="isRaw">Whether it is taken as told, but for card numbers, for those who ask for that.</param>
internal sealed class TextIntake(bool isRaw)
{
    /// <summary>Whether cleaning has changed any of it.</summary>
    public bool HasChanged { get; private set; }

    /// <summary>
    /// An identifier, as Extend tells it: a changed one would name something else. One that is not of Extend's form must at least be a line of
    /// text in which there is nothing to clean.
    /// </summary>
    /// <param name="id">The identifier.</param>
    /// <param name="hasForm">Whether it has the form.</param>
    /// <exception cref="ExtendException">It could be a card number, holds what cannot be seen, or is far too long.</exception>
    public static string Id(string id, bool hasForm) =>
        hasForm || (id.Length > 0 && CleanText.Of(id, CleanText.NameLength) == id) ? id : throw new ExtendException(ExtendFault.AnswerInconsistent);

    /// <summary>A name, a code, or anything else of a line.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Line(string? text) => Take(text, CleanText.NameLength);

    /// <summary>Text that may be long.</summary>
    [return: NotNullIfNotNull(nameof(text))]
    public string? Notes(string? text) => Take(text, CleanText.NotesLength);

    private string? Take(string? text, int most)
    {
        if (text is null || isRaw)
        {
            return text is null ? null : CleanText.Raw(text);
        }

        var clean = CleanText.Of(text, most);
        HasChanged |= !ReferenceEquals(clean, text) && clean != CleanText.Raw(text);
        return clean;
    }
}
