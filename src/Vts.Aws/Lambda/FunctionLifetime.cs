using Microsoft.Extensions.Hosting;

namespace Vts.Aws.Lambda;

/// <summary>Leaves signals to their defaults: Lambda ends a process without asking, and so may anyone who tries it.</summary>
internal sealed class FunctionLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
