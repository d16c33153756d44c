namespace Vts.Freshness;

/// <summary>A kind of thing that is kept.</summary>
/// <param name="name">What metrics call it.</param>
/// <param name="freshFor">How long one is fresh.</param>
/// <param name="bytes">How much memory one takes, its written answers included, by estimate.</param>
internal sealed class Resource<T>(string name, Func<FreshnessOptions, TimeSpan> freshFor, Func<T, long> bytes)
    where T : class
{
    public string Name => name;

    public TimeSpan FreshFor(FreshnessOptions options) => freshFor(options);

    public long Bytes(T value) => bytes(value);

    /// <summary>The key of an account's one of this kind, or of the one with this id.</summary>
    public ReadKey<T> Of(string account, string id = "") => new(this, account, id);
}
