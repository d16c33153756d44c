using System.Globalization;
using System.Text;

namespace Vts.Queries;

/// <summary>The name of a filter, made part by part: equal for equal filters alone, empty for one without parts.</summary>
internal sealed class FilterName
{
    private readonly StringBuilder _text = new();

    /// <summary>Adds a part that is a set: neither order nor repetition counts.</summary>
    public FilterName Add(string part, IReadOnlyList<string>? values)
    {
        if (values is not null)
        {
            _text.Append(part).Append('[');
            foreach (var value in values.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            {
                // With its length, so that no two are written alike.
                _text.Append(CultureInfo.InvariantCulture, $"{value.Length}:{value}");
            }

            _text.Append(']');
        }

        return this;
    }

    /// <summary>Adds a part that is text.</summary>
    public FilterName Add(string part, string? value) => Add(part, value is null ? null : [value]);

    /// <summary>Adds a part that is text of which the case does not count.</summary>
    public FilterName AddIgnoringCase(string part, string? value) => Add(part, value?.ToUpperInvariant());

    /// <summary>Adds a part that is a number.</summary>
    public FilterName Add(string part, long? value) => Add(part, value?.ToString(CultureInfo.InvariantCulture));

    /// <summary>Adds a part that is a moment, whatever the offset it was told with.</summary>
    public FilterName Add(string part, DateTimeOffset? value) => Add(part, value?.UtcTicks);

    /// <inheritdoc/>
    public override string ToString() => _text.ToString();
}
