using System.Globalization;
using Extend.Simulator.Http;
using Extend.Simulator.Json;

namespace Extend.Simulator.Queries;

/// <summary>Reads a query the way Extend does: an empty value is as good as none, names it does not know are ignored.</summary>
internal sealed class Parameters(IQueryCollection query)
{
    public IEnumerable<string> Names => query.Keys;

    public string? Text(string name) => query.TryGetValue(name, out var values) && values[0] is { Length: > 0 } text ? text : null;

    public bool? Flag(string name) => Text(name) switch
    {
        null => null,
        var text when text.Equals("true", StringComparison.OrdinalIgnoreCase) => true,
        var text when text.Equals("false", StringComparison.OrdinalIgnoreCase) => false,
        var text => throw Bad(name, "must be true or false", text),
    };

    /// <summary>A whole number, however long: beyond 64 bits it stops at the nearest number that fits.</summary>
    public long? Number(string name, long least = long.MinValue)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var digits = text.AsSpan().TrimStart('-');
        if (digits.IsEmpty || text.Length - digits.Length > 1 || digits.ContainsAnyExceptInRange('0', '9'))
        {
            throw Bad(name, "must be a whole number", text);
        }

        if (!long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            number = text[0] == '-' ? long.MinValue : long.MaxValue;
        }

        return number >= least ? number : throw Bad(name, $"must be greater than or equal to {least}", text);
    }

    public DateTimeOffset? Time(string name) => Text(name) switch
    {
        null => null,
        var text when ExtendTime.TryRead(text, out var moment) => moment,
        var text => throw Bad(name, "must be a timestamp", text),
    };

    public DateOnly? Date(string name) => Text(name) switch
    {
        null => null,
        var text when ExtendTime.TryReadDate(text, out var date) => date,
        var text => throw Bad(name, "must be a date, YYYY-MM-DD", text),
    };

    /// <summary>Every value of the name, as it came.</summary>
    public string[] Repeated(string name) =>
        query.TryGetValue(name, out var values) ? [.. values.OfType<string>().Where(value => value.Length > 0)] : [];

    /// <summary>The parts of every value of the name, which are joined by commas.</summary>
    public string[] Joined(string name) =>
        [.. Repeated(name).SelectMany(value => value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))];

    public static RefusedException Bad(string name, string error, string? value) =>
        new(StatusCodes.Status400BadRequest, new ErrorDetail(name, error, value));
}
