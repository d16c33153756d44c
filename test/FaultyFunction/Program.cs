using Vts.FaultyFunction;

using var runtime = new RuntimeClient(Environment.GetEnvironmentVariable("AWS_LAMBDA_RUNTIME_API")!);
await Start.MisbehaveAsync(runtime);
while (true)
{
    var (id, @event, headers) = await runtime.NextAsync();
    await Behaviours.ActAsync(runtime, id, @event, headers);
}
