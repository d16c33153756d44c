using Extend.Simulator.Doors;
using Extend.Simulator.Faults;
using Extend.Simulator.Http;
using Extend.Simulator.Json;
using Extend.Simulator.Switches;
using Extend.Simulator.Tenants;

namespace Extend.Simulator;

/// <summary>The whole state of a running simulator.</summary>
internal sealed class Simulation
{
    private readonly SimulatorOptions _options;
    private readonly Lock _changes = new();

    public Simulation(SimulatorOptions options)
    {
        _options = options;
        Clock = options.TimeProvider;
        Requests = new RequestLog(options.LogRequests ? Print : null);
        Reset();
    }

    public TimeProvider Clock { get; }

    public RequestLog Requests { get; }

    public SwitchSettings Switches { get; private set; }

    public TenantBook Tenants { get; private set; }

    public Sessions Sessions { get; private set; }

    public RateLimit RateLimit { get; private set; }

    public FaultBook Faults { get; private set; }

    /// <summary>Puts everything back to how it was at the start; tokens handed out are worth nothing afterwards.</summary>
    [System.Diagnostics.CodeAnalysis.MemberNotNull(nameof(Switches), nameof(Tenants), nameof(Sessions), nameof(RateLimit), nameof(Faults))]
    public void Reset()
    {
        lock (_changes)
        {
            Switches = SwitchTable.Initial(_options);
            Tenants = FirstTenants().Concat(_options.Tenants).Aggregate(new TenantBook([]), (book, options) => book.With(new Tenant(options)));
            Sessions = new Sessions(Clock);
            RateLimit = new RateLimit(Clock);
            Faults = new FaultBook();
            Requests.Clear();
        }
    }

    public void Change(Func<SwitchSettings, SwitchSettings> change)
    {
        lock (_changes)
        {
            Switches = change(Switches);
        }
    }

    public void Put(Tenant tenant)
    {
        lock (_changes)
        {
            Tenants = Tenants.With(tenant);
        }
    }

    private IEnumerable<TenantOptions> FirstTenants() =>
    [
        new TenantOptions { Name = "demo", Seed = _options.Seed },
        new TenantOptions { Name = "other", Cards = 8, Seed = _options.Seed },
    ];

    // Percent-encoded, so that no request can forge a line of the log.
    private static void Print(RequestRecord record) =>
        Console.WriteLine($"{ExtendTime.Text(record.At)} {record.Status} {record.Method} {new PathString(record.Path).ToUriComponent()}");
}
