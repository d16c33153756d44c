using Vts.Callers.Rules;

namespace Vts.Freshness;

/// <summary>Gives answers on their way the field rule of the caller they are for. Where it hides nothing, nothing is done.</summary>
internal static class Shown
{
    /// <summary>The answer with those members alone.</summary>
    public static Task<Fresh<T[]>> ShowingAsync<T>(this Task<Fresh<T[]>> answer, FieldRule fields)
    {
        return fields.IsAll ? answer : HidingAsync();

        async Task<Fresh<T[]>> HidingAsync() => (await answer).Showing(fields);
    }

    /// <summary>The answer with those members alone; null if there is none.</summary>
    public static Task<Fresh<T>?> ShowingAsync<T>(this Task<Fresh<T>?> answer, FieldRule fields)
        where T : class
    {
        return fields.IsAll ? answer : HidingAsync();

        async Task<Fresh<T>?> HidingAsync() => (await answer)?.Showing(fields);
    }
}
