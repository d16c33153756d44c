namespace Vts.LocalGateway.Commands;

/// <summary>Tells what keeps a command from its work in a line, without a stack trace.</summary>
internal static class Faults
{
    public static async Task<int> TellAsync(Func<Task<int>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception fault) when (fault is LocalGatewayException or IOException or FormatException or InvalidOperationException or UnauthorizedAccessException)
        {
            await Console.Error.WriteLineAsync($"vts-local-gateway: {fault.Message}");
            return 1;
        }
        catch (OperationCanceledException)
        {
            return 130;
        }
    }
}
