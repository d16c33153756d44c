using System.Diagnostics.Metrics;
using System.Net;
using Extend.Accounts;
using Extend.Connections;
using Extend.Sessions;
using Extend.Throttle;
using Microsoft.Extensions.Logging;

namespace Extend;

/// <summary>The configured accounts, each with its client. One for the life of the process; its connections are shared.</summary>
public sealed class ExtendAccounts : IDisposable
{
    /// <summary>The name of the meter under which calls to Extend are measured.</summary>
    public const string MeterName = "Extend";

    private readonly HttpMessageInvoker _http;
    private readonly Dictionary<string, ExtendClient> _clients;

    /// <summary>Makes a client for each account; nothing is asked of Extend yet.</summary>
    public ExtendAccounts(ExtendOptions options, TimeProvider time, IMeterFactory meters, ILoggerFactory loggers)
    {
        ArgumentNullException.ThrowIfNull(options);
        _http = new HttpMessageInvoker(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            ConnectTimeout = TimeSpan.FromSeconds(5),
            PooledConnectionIdleTimeout = TimeSpan.FromSeconds(60),
            PooledConnectionLifetime = TimeSpan.FromMinutes(10),

            // Our callers' trace identifiers are no business of Extend's.
            ActivityHeadersPropagator = null,
        });
        var transport = new Transport(_http, options, time, new ExtendMetrics(meters));
        _clients = options.Accounts.ToDictionary(
            entry => entry.Key,
            entry => Open(entry.Key, entry.Value, options, transport, time, meters, loggers),
            StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>All accounts' clients.</summary>
    public IReadOnlyCollection<ExtendClient> Clients => _clients.Values;

    /// <summary>The client of the account with this name.</summary>
    /// <exception cref="KeyNotFoundException">There is no such account.</exception>
    public ExtendClient this[string account] => _clients[account];

    /// <inheritdoc/>
    public void Dispose()
    {
        _http.Dispose();
        foreach (var client in Clients)
        {
            client.Dispose();
        }
    }

    private static ExtendClient Open(
        string name, AccountOptions account, ExtendOptions options, Transport transport, TimeProvider time, IMeterFactory meters, ILoggerFactory loggers)
    {
        var door = account.HasPassword ? Door.Older : Door.Current;
        var address = BaseAddress.Parse(account.BaseUrl ?? options.BaseUrl ?? (door is Door.Older ? BaseAddress.Older : BaseAddress.Current));
        IAuthorizer authorizer = account switch
        {
            { HasApiKey: true } => new ApiKeyAuthorizer(account.ApiKey!, account.ApiSecret!),
            { HasPassword: true } => new SessionAuthorizer(
                name, new SignIn(address, account.Email!, account.Password!, transport), time, loggers.CreateLogger<SessionAuthorizer>()),
            _ => new BearerTokenAuthorizer(account.BearerToken!),
        };
        var metrics = new ThrottleMetrics(name, meters);
        var throttle = new AccountThrottle(options.Concurrency, options.RequestsPerMinuteAt(address), new Random(), time, metrics);
        var retries = new RetryBudget(options.Retries, time, metrics);
        return new ExtendClient(name, address, door, new Connection(address, authorizer, transport, throttle, retries, options, time));
    }
}
