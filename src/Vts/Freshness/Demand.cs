using Microsoft.AspNetCore.Http;

namespace Vts.Freshness;

/// <summary>How fresh an answer the caller wants, as its <c>Cache-Control</c> says.</summary>
/// <param name="MaxAge">Nothing of this age or older; 0 asks Extend now. Null leaves it to the service.</param>
/// <param name="StaleIfError">If Extend fails, an answer that has not been fresh for so long will do. Null: none will.</param>
public sealed record Demand(TimeSpan? MaxAge = null, TimeSpan? StaleIfError = null)
{
    /// <summary>Whatever the service takes for fresh.</summary>
    public static Demand None { get; } = new();

    /// <summary>What this request demands, for a handler's parameter.</summary>
    public static ValueTask<Demand?> BindAsync(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return new(CacheControl.Read(context.Request.Headers.CacheControl));
    }

    /// <summary>Whether an answer of this age will do. One from the future, after the clock was set back, is of no known age.</summary>
    public bool Accepts(TimeSpan age, TimeSpan freshFor) => age >= TimeSpan.Zero && age < freshFor && !(age >= MaxAge);

    /// <summary>Whether an answer of this age will do now that Extend has failed.</summary>
    public bool AcceptsOnError(TimeSpan age, TimeSpan freshFor) => age >= TimeSpan.Zero && age - freshFor <= StaleIfError;
}
