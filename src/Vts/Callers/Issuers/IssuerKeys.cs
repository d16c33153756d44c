using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Tokens;

namespace Vts.Callers.Issuers;

/// <summary>
/// What this process knows of an issuer's keys. They are fetched again on use: behind a request when they are due, before one when a
/// token names a key that is not among them, but then at most once in half a minute, whatever tokens come. While the issuer cannot be
/// asked the last ones serve, for as long as the settings say.
/// </summary>
internal sealed partial class IssuerKeys(string name, IssuerOptions options, IssuerDiscovery discovery, TimeProvider time, ILogger<IssuerKeys> log)
{
    // Between a fetch and the next for the sake of an unknown key.
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    // Between a fetch that failed and the next.
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(10);

    private readonly Uri _issuer = new(options.Authority!);
    private readonly TimeSpan _due = TimeSpan.FromMinutes(options.RefreshMinutes);
    private readonly TimeSpan _most = TimeSpan.FromMinutes(options.KeysSurviveMinutes);
    private readonly Refreshing _refreshing = new();
    private volatile IssuerKeySet? _keys;
    private volatile string? _fault;

    /// <summary>How the issuer stands.</summary>
    public IssuerState State
    {
        get
        {
            var (keys, now) = (_keys, time.GetUtcNow());
            var standing = !Serves(keys, now) ? IssuerStanding.Away : _fault is null ? IssuerStanding.Ready : IssuerStanding.Stale;
            return new IssuerState(name, standing, now - keys?.AsOf);
        }
    }

    /// <summary>Fetches the keys, if that is due. Never fails.</summary>
    public Task RefreshAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return _keys is { } keys && Refreshing.IsWithin(_due, keys.AsOf, now) ? Task.CompletedTask : Refresh(now).WaitAsync(cancellationToken);
    }

    /// <summary>Waits for a fetch that is under way, so that none is when a function is frozen. Never fails.</summary>
    public Task SettleAsync(CancellationToken cancellationToken) => _refreshing.SettleAsync(cancellationToken);

    /// <summary>How to validate a token that names this key; null where the issuer has no such key.</summary>
    /// <exception cref="IssuerUnavailableException">The issuer cannot be asked, and what is known does not serve.</exception>
    public ValueTask<TokenValidationParameters?> FindAsync(string key, CancellationToken cancellationToken)
    {
        var (keys, now) = (_keys, time.GetUtcNow());
        if (!Serves(keys, now) || !keys!.Validations.TryGetValue(key, out var validation))
        {
            return FindAgainAsync(key, now, cancellationToken);
        }

        if (!Refreshing.IsWithin(_due, keys.AsOf, now))
        {
            _ = Refresh(now);
        }

        return new(validation);
    }

    private bool Serves(IssuerKeySet? keys, DateTimeOffset now) => keys is not null && Refreshing.IsWithin(_most, keys.AsOf, now);

    private async ValueTask<TokenValidationParameters?> FindAgainAsync(string key, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await Refresh(now).WaitAsync(cancellationToken);
        var (keys, fault) = (_keys, _fault);
        return Serves(keys, time.GetUtcNow()) && keys!.Validations.TryGetValue(key, out var validation) ? validation

            // It may well have such a key by now.
            : fault is not null ? throw new IssuerUnavailableException(name, fault)
            : null;
    }

    private Task Refresh(DateTimeOffset now) => _refreshing.Begin(_fault is null ? Pause : PauseAfterFault, now, FetchAsync);

    private async Task FetchAsync()
    {
        try
        {
            var published = await discovery.FetchAsync(name, _issuer, TimeSpan.FromSeconds(options.TimeoutSeconds));
            _keys = IssuerKeySet.Of(published, options, time.GetUtcNow());
            if (_fault is not null)
            {
                _fault = null;
                LogBack(log, name, _keys.Validations.Count);
            }
        }
        catch (IssuerDiscoveryException failure)
        {
            Fail(failure.Message);
        }
        catch (Exception failure)
        {
            // Nothing that an issuer can answer may take the last good keys out of force.
            Fail($"Fetching its keys failed: {failure.GetType().Name}.");
        }
    }

    private void Fail(string fault)
    {
        var isNews = _fault != fault;
        _fault = fault;
        if (isNews)
        {
            LogFault(log, name, fault, _keys is { } keys ? $"the last known keys serve until {keys.AsOf + _most:u}" : "its tokens cannot be checked");
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Issuer {Issuer} does not tell its keys; {Consequence}. {Fault}")]
    private static partial void LogFault(ILogger log, string issuer, string fault, string consequence);

    [LoggerMessage(2, LogLevel.Information, "Issuer {Issuer} tells its keys again: {Keys}")]
    private static partial void LogBack(ILogger log, string issuer, int keys);
}
