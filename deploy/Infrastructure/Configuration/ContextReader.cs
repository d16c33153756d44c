using System.Globalization;

namespace Vts.Infrastructure.Configuration;

/// <summary>Reads context values (<c>cdk -c name=value</c>), and keeps what is wrong with them, so that all is told at once.</summary>
/// <param name="find">Gives a context value by its name; null where it is not set.</param>
internal sealed class ContextReader(Func<string, object?> find)
{
    private readonly List<string> _faults = [];

    /// <summary>What is wrong, one sentence each.</summary>
    public IReadOnlyList<string> Faults => _faults;

    /// <summary>A text; the default where it is not set or empty.</summary>
    public string Text(string name, string otherwise, Func<string, bool> isValid, string mustBe)
    {
        var text = Find(name);
        if (text is null)
        {
            return otherwise;
        }

        if (isValid(text))
        {
            return text;
        }

        _faults.Add($"Context '{name}' is '{text}', but must be {mustBe}.");
        return otherwise;
    }

    /// <summary>A whole number within bounds, both included.</summary>
    public int Whole(string name, int otherwise, int least, int most)
    {
        var text = Text(
            name, otherwise.ToString(CultureInfo.InvariantCulture), text => Parse(text) is { } number && number >= least && number <= most,
            $"a whole number from {least} to {most}");
        return Parse(text) ?? otherwise;
    }

    /// <summary>One of the given words.</summary>
    public string Word(string name, params string[] words) => Text(name, words[0], words.Contains, $"one of: {string.Join(", ", words)}");

    private string? Find(string name)
    {
        var text = Convert.ToString(find(name), CultureInfo.InvariantCulture);
        return string.IsNullOrEmpty(text) ? null : text;
    }

    private static int? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
