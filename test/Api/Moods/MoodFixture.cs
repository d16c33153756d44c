namespace Vts.Api.Tests.Moods;

/// <summary>One service for all moods of a class.</summary>
public abstract class MoodFixture(bool older) : IAsyncLifetime
{
    internal MoodService Service { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Service = await MoodService.StartAsync(older);

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return Service.DisposeAsync();
    }
}
