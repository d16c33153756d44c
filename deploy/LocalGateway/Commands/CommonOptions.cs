using System.CommandLine;

namespace Vts.LocalGateway.Commands;

/// <summary>The options of all commands.</summary>
internal static class CommonOptions
{
    public static readonly Option<string?> Functions = new("--functions")
    {
        Description = "Use the published functions in this folder, and build nothing",
        HelpName = "folder",
        Recursive = true,
    };

    public static readonly Option<string?> Template = new("--template")
    {
        Description = "The synthesized CloudFormation template. Default: deploy/template.json",
        HelpName = "file",
        Recursive = true,
    };

    /// <summary>The folder of the published functions, after those named have been built (all, if none is named); null for the usual one.</summary>
    public static async Task<string?> FunctionsAsync(ParseResult parsed, IEnumerable<string> names, CancellationToken cancellationToken)
    {
        var folder = parsed.GetValue(Functions);
        if (folder is null)
        {
            await BuildScript.RunAsync(names, cancellationToken);
        }

        return folder;
    }
}
