namespace Vts.LocalGateway.Functions;

/// <summary>Looks whether all functions have been published.</summary>
internal static class PublishedFunctions
{
    /// <exception cref="LocalGatewayException">One has not; the message says which command does it.</exception>
    public static void Check(IEnumerable<FunctionDefinition> functions)
    {
        string[] missing = [.. functions.Where(function => !File.Exists(function.Executable)).Select(function => function.Executable)];
        if (missing.Length > 0)
        {
            throw new LocalGatewayException(
                $"These functions are not published:{Environment.NewLine}  {string.Join($"{Environment.NewLine}  ", missing)}{Environment.NewLine}Publish them with: deploy/build.sh --arch x64");
        }
    }
}
