namespace Vts.Api.Tests;

/// <summary>One service over the demo tenant, shared by the tests of a class that change nothing.</summary>
public sealed class DemoService : IAsyncLifetime
{
    public VtsApp App { get; private set; } = null!;

    public async ValueTask InitializeAsync() => App = await VtsApp.StartAsync();

    public ValueTask DisposeAsync() => App.DisposeAsync();
}
