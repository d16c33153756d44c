using Vts.Bench.Soak.Checking.Expectations;

namespace Vts.Bench.Soak.Requests;

/// <summary>A request, and what a right answer to it is.</summary>
/// <param name="Name">What the report counts it under.</param>
/// <param name="Path">Path and query.</param>
/// <param name="Expects">What a right answer is.</param>
internal sealed record Ask(string Name, string Path, Expectation Expects)
{
    public HttpMethod Method { get; init; } = HttpMethod.Get;

    /// <summary>Who asks; null sends <see cref="WrongToken"/>.</summary>
    public Caller? Caller { get; init; } = Caller.Whole;

    /// <summary>What is sent where there is no caller; null is no token at all.</summary>
    public string? WrongToken { get; init; }

    public string? CacheControl { get; init; }

    public string? Accept { get; init; }

    /// <summary>Whether it accepts a compressed answer.</summary>
    public bool IsCompressed { get; init; }

    /// <summary>Whether it sends the tag of the last answer, if there was one.</summary>
    public bool IsConditional { get; init; }

    /// <summary>Whether its pages are followed to the end, and judged as one list.</summary>
    public bool FollowsLinks { get; init; }

    /// <summary>Whether its answer is sent while it is read, so that it ends early where Extend fails.</summary>
    public bool IsStreamed { get; init; }

    public bool AcceptsStale => CacheControl?.Contains("stale-if-error", StringComparison.Ordinal) == true;

    public bool WantsNew => CacheControl?.Contains("no-cache", StringComparison.Ordinal) == true;

    /// <summary>What answers with one tag have in common.</summary>
    public string Key => $"{Caller?.Name} {Path} {Accept} {IsCompressed}";

    /// <summary>As the report shows it: without the token.</summary>
    public override string ToString() => string.Join('\n',
        new[]
        {
            $"{Method} {Path}",
            Caller is { } caller ? $"token: (of {caller.Name})" : WrongToken is null ? null : "token: (a wrong one)",
            CacheControl is null ? null : $"Cache-Control: {CacheControl}",
            Accept is null ? null : $"Accept: {Accept}",
            IsCompressed ? "Accept-Encoding: gzip" : null,
            IsConditional ? "If-None-Match: (the last tag)" : null,
        }.OfType<string>());
}
