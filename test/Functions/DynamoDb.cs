using Vts.LocalGateway.StandIns;

[assembly: AssemblyFixture(typeof(Vts.Functions.Tests.DynamoDb))]

namespace Vts.Functions.Tests;

/// <summary>One DynamoDB Local for all tests of the run.</summary>
public sealed class DynamoDb : IAsyncLifetime
{
    public DynamoDbLocal Local { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Local = await DynamoDbLocal.StartAsync();

    public ValueTask DisposeAsync() => Local.DisposeAsync();
}
