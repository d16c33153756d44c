using System.Globalization;
using Vts.Callers.Limits;
using Vts.Callers.Rules;

namespace Vts.Callers.Keys;

/// <summary>What stored keys must be, whoever wrote them.</summary>
public static class KeyRules
{
    private const int MostNameLength = 64;

    /// <summary>What is wrong with the keys, each alone and all together; empty if nothing.</summary>
    public static IEnumerable<string> Faults(IReadOnlyList<KeyRecord> keys)
    {
        ArgumentNullException.ThrowIfNull(keys);
        if (keys.Contains(null!))
        {
            return [$"keys[{keys.ToList().IndexOf(null!)}] is null"];
        }

        return [.. keys.SelectMany((key, index) => Faults(key).Select(fault => $"keys[{index}]: {fault}")),
            .. Repeated(keys, key => key.Id, "id"),
            .. Repeated(keys, key => key.Sha256, "sha256")];
    }

    /// <summary>What is wrong with one key; empty if nothing.</summary>
    public static IEnumerable<string> Faults(KeyRecord key)
    {
        ArgumentNullException.ThrowIfNull(key);
        if (key.Id.Length != KeyRecord.IdLength || !key.Id.StartsWith(KeyRecord.IdPrefix, StringComparison.Ordinal)
            || !key.Id.Skip(KeyRecord.IdPrefix.Length).All(char.IsAsciiLetterOrDigit))
        {
            yield return $"id must be {KeyRecord.IdPrefix} and {KeyRecord.IdLength - KeyRecord.IdPrefix.Length} letters and digits";
        }

        if (!IsName(key.Name))
        {
            yield return $"name must be 1 to {MostNameLength} visible characters, with spaces only between them";
        }

        if (key.Name is "-" || key.Name.StartsWith(KeyRecord.IdPrefix, StringComparison.Ordinal) || key.Name.StartsWith(ApiKey.Prefix, StringComparison.Ordinal))
        {
            yield return "name must not be - nor begin like a key or a key's id";
        }

        if (!IsName(key.Account))
        {
            yield return $"account must be 1 to {MostNameLength} visible characters, with spaces only between them";
        }

        if (!TokenHash.IsHex(key.Sha256))
        {
            yield return "sha256 must be 64 hexadecimal digits";
        }

        if (key.Expires <= key.NotBefore)
        {
            yield return "expires must be later than notBefore";
        }

        foreach (var fault in key.Limits is { } limits ? LimitFaults.Of("limits", limits) : [])
        {
            yield return fault;
        }

        foreach (var fault in RuleFaults.Of("cards", key.Cards).Concat(RuleFaults.Of("fields", key.Fields)))
        {
            yield return fault;
        }
    }

    // It stands in logs and tables: nothing that could pass for a line of its own.
    private static bool IsName(string name) =>
        name.Length is > 0 and <= MostNameLength && name.Trim() == name && !name.Any(IsHidden);

    private static bool IsHidden(char letter) => char.GetUnicodeCategory(letter)
        is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    private static IEnumerable<string> Repeated(IReadOnlyList<KeyRecord> keys, Func<KeyRecord, string> part, string name) => keys
        .Select((key, index) => (Part: part(key), Index: index))
        .GroupBy(entry => entry.Part, StringComparer.OrdinalIgnoreCase)
        .Where(group => group.Count() > 1)
        .Select(group => $"keys[{string.Join("] and keys[", group.Select(entry => entry.Index))}] have the same {name}");
}
