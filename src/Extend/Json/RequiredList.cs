namespace Extend.Json;

/// <summary>Lists that an answer must have, whose entries must all be there.</summary>
internal static class RequiredList
{
    /// <summary>The list as it is.</summary>
    /// <exception cref="ExtendException">It is missing, or one of its entries is.</exception>
    public static IReadOnlyList<T> OrUnreadable<T>(this IReadOnlyList<T>? list)
        where T : class =>
        list?.All(entry => entry is not null) == true ? list : throw new ExtendException(ExtendFault.AnswerUnreadable);
}
