using System.Diagnostics.Metrics;
using System.Net;
using Extend.Accounts;
using Extend.Connections;
using Extend.Guard;
using Extend.Sessions;
using Extend.Throttle;
using Microsoft.Extensions.Logging;

namespace Extend;

/// <summary>The configured accounts, each with its client. One for the life of the process; its connections are shared.</summary>
public sealed class ExtendAccounts : IDisposable
{
    /// <summary>The name of the meter under which calls to Extend are measured.</summary>
    public const string MeterName = "Extend";

    /// <summary>The name of the source of activities, one for each call to Extend.</summary>
    public const string ActivitySourceName = "Extend";

    private readonly Dialer _dialer;
    private readonly HttpMessageInvoker _http;
    private readonly Dictionary<string, ExtendClient> _clients;

    /// <summary>Makes a client for each account; nothing is asked of Extend yet.</summary>
    public ExtendAccounts(
        ExtendOptions options, SessionOptions sessions, ISessionStore sessionStore, IGuardStore guardStore,
        TimeProvider time, IMeterFactory meters, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        _dialer = new Dialer(time);
        _http = new HttpMessageInvoker(Handler(_dialer));
        var metrics = new ExtendMetrics(meters);
        var transport = new Transport(_http, options, time, metrics);
        Keeper = new SessionKeeper(time, loggers.CreateLogger<SessionKeeper>());
        _clients = new(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, account) in options.Accounts)
        {
            var door = account.HasPassword ? Door.Older : Door.Current;
            var address = BaseAddress.Parse(account.BaseUrl ?? options.BaseUrl ?? (door is Door.Older ? BaseAddress.Older : BaseAddress.Current));
            var throttled = new ThrottleMetrics(name, meters);
            var throttle = new AccountThrottle(options.Concurrency, options.RequestsPerMinuteAt(address), new Random(), time, throttled);
            var retries = new RetryBudget(options.Retries, time, throttled);
            _clients[name] = new ExtendClient(name, account, address, door, new Connection(
                address, Authorizer(name, account, address), transport, throttle, retries, options, time), new TimeLimit(options.ListTimeout, time));
        }

        IAuthorizer Authorizer(string name, AccountOptions account, Uri address) => account switch
        {
            { HasApiKey: true } => new ApiKeyAuthorizer(account.ApiKey!, account.ApiSecret!),
            { HasPassword: true } => Open(name, new SignIn(address, account.Email!, account.Password!, transport)),
            _ => new BearerTokenAuthorizer(account.BearerToken!),
        };

        Session Open(string name, SignIn signIn)
        {
            var guard = new AccountGuard(name, guardStore, sessions, time, metrics, loggers.CreateLogger<AccountGuard>());
            var renewal = new SessionRenewal(name, signIn, sessionStore, guard, sessions, time, metrics);
            var session = new Session(name, renewal, sessionStore, sessions, time, metrics, new Random(), Keeper.Wake);
            Keeper.Add(name, session);
            return session;
        }
    }

    /// <summary>Renews the accounts' sessions ahead of time.</summary>
    public SessionKeeper Keeper { get; }

    /// <summary>All accounts' clients.</summary>
    public IReadOnlyCollection<ExtendClient> Clients => _clients.Values;

    /// <summary>The client of the account with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public ExtendClient this[string account] => _clients[account];

    /// <summary>
    /// Opens a connection to each account's Extend, to be taken by its first request. Nothing is asked of Extend yet.
    /// </summary>
    /// <exception cref="Exception">One could not be opened: a socket's, a handshake's or a cancellation's.</exception>
    public Task OpenAheadAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(Clients.Select(client => client.Address).Distinct().Select(address => _dialer.OpenAheadAsync(address, cancellationToken)));

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        _dialer.Dispose();
        foreach (var client in Clients)
        {
            client.Dispose();
        }
    }

    private static SocketsHttpHandler Handler(Dialer dialer) => new()
    {
        ConnectCallback = dialer.ConnectAsync,
        AllowAutoRedirect = false,
        UseCookies = false,
        AutomaticDecompression = DecompressionMethods.All,
        ConnectTimeout = TimeSpan.FromSeconds(5),
        PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
        PooledConnectionLifetime = TimeSpan.FromMinutes(10),

        // Our callers' trace identifiers are no business of Extend's.
        ActivityHeadersPropagator = null,
    };
}
