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
            throw new LocalGatewayException(string.Join(
                Environment.NewLine, ["These functions are not published:", .. missing.Select(path => $"  {path}"), "Publish them with: deploy/build.sh --arch x64"]));
        }
    }
}
