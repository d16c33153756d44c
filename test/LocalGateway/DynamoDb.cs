using Vts.LocalGateway.StandIns;

namespace Vts.LocalGateway.Tests;

/// <summary>One DynamoDB Local for all tests.</summary>
public sealed class DynamoDb : IAsyncLifetime
{
    public DynamoDbLocal Local { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Local = await DynamoDbLocal.StartAsync();

    public ValueTask DisposeAsync() => Local.DisposeAsync();
}
