using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace Vts.Queries;

/// <summary>Reads the parameters of one request, each as its kind asks, and refuses what it cannot read.</summary>
internal sealed class QueryReader(IQueryCollection query)
{
    private const int MostTextLength = 100;
    private const int MostListed = 100;

    /// <summary>Text; null if the parameter is not there.</summary>
    public string? Text(Parameter parameter)
    {
        if (Single(parameter) is not { } value)
        {
            return null;
        }

        return value.Length <= MostTextLength ? value : throw InvalidQueryException.Of(parameter.Name, $"has at most {MostTextLength} characters.");
    }

    /// <summary>The one value, however long; null if the parameter is not there.</summary>
    public string? Single(Parameter parameter)
    {
        if (!query.TryGetValue(parameter.Name, out var values))
        {
            return null;
        }

        return values is [{ } value] && !string.IsNullOrWhiteSpace(value) ? value
            : values.Count > 1 ? throw InvalidQueryException.Of(parameter.Name, "takes one value, once.")
            : throw InvalidQueryException.Of(parameter.Name, $"has no value. Give one, as {parameter.Name}={parameter.Example}, or leave it out.");
    }

    /// <summary>One of the values that the parameter takes.</summary>
    public string? Choice(Parameter parameter) => Single(parameter) is { } value ? Known(parameter, value) : null;

    /// <summary>Those of the values that the parameter takes which are given, each once, in the parameter's order.</summary>
    public IReadOnlyList<string>? Choices(Parameter parameter) =>
        List(parameter) is { } values && values.Select(value => Known(parameter, value)).ToHashSet(StringComparer.Ordinal) is { } chosen
            ? [.. parameter.Values!.Where(chosen.Contains)]
            : null;

    /// <summary>Values by comma or repeated.</summary>
    public IReadOnlyList<string>? List(Parameter parameter)
    {
        if (!query.TryGetValue(parameter.Name, out var values))
        {
            return null;
        }

        string[] all = [.. values.SelectMany(value => (value ?? "").Split(','))];
        return all.Any(string.IsNullOrWhiteSpace) ? throw InvalidQueryException.Of(parameter.Name, $"has an empty value. Give one, as {parameter.Name}={parameter.Example}, or leave it out.")
            : all.Length > MostListed ? throw InvalidQueryException.Of(parameter.Name, $"takes at most {MostListed} values.")
            : all;
    }

    /// <summary>A whole number.</summary>
    public long? Whole(Parameter parameter) => Single(parameter) is { } value ? Whole(parameter, value) : null;

    /// <summary>A whole number within bounds.</summary>
    public int? Whole(Parameter parameter, int least, int most) => Single(parameter) is not { } value ? null
        : Whole(parameter, value) is var number && number >= least && number <= most ? (int)number
        : throw InvalidQueryException.Of(parameter.Name, string.Create(CultureInfo.InvariantCulture, $"is {least} to {most}."));

    /// <summary>Whether the parameter is there.</summary>
    public bool Has(Parameter parameter) => query.ContainsKey(parameter.Name);

    private static long Whole(Parameter parameter, string value) =>
        long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == value
            ? number
            : throw InvalidQueryException.Of(parameter.Name, $"is a whole number, as {parameter.Example}.");

    private static string Known(Parameter parameter, string value) =>
        parameter.Values!.Contains(value, StringComparer.Ordinal) ? value : throw InvalidQueryException.NoneOf(parameter.Name, value, [.. parameter.Values!]);
}
