using System.Text.Json.Nodes;

namespace Vts.Infrastructure.Tests.Synthesis;

/// <summary>What <c>cdk synth</c> has made of the app: the templates, by the names of their stacks.</summary>
internal sealed class Synthesized
{
    // Where it was built: beside the tests are libraries of the web framework, which the app does not have.
    private static readonly string App = Path.GetFullPath(Path.Combine(
        AppContext.BaseDirectory, "../../Infrastructure", Path.GetFileName(AppContext.BaseDirectory.TrimEnd('/')), "Infrastructure"));

    private readonly string _folder;

    private Synthesized(string folder) => _folder = folder;

    public Template Account => Read("vts-account");

    /// <summary>Runs <c>cdk synth</c>.</summary>
    /// <param name="folder">An empty folder for the functions' stand-ins and the outcome.</param>
    /// <param name="changed">The function that has changed, if any.</param>
    /// <param name="context">Context values, as <c>name=value</c>.</param>
    public static async Task<Synthesized> OfAsync(string folder, string? changed, params string[] context)
    {
        FunctionFolder.Write(Path.Combine(folder, "functions"), changed);
        var synth = await SynthAsync(folder, context);
        Assert.True(synth.ExitCode is 0, synth.Output);
        return new Synthesized(Path.Combine(folder, "out"));
    }

    /// <summary>Runs <c>cdk synth</c>, whatever comes of it.</summary>
    public static Task<Run> SynthAsync(string folder, params string[] context)
    {
        var command = Path.Combine(Testing.Repository.Root, "deploy/node_modules/.bin/cdk");
        Assert.True(File.Exists(command), "Install the CDK command line: npm --prefix deploy ci");
        return Run.OfAsync(
            command,
            [
                "synth", "--quiet", "--no-notices", "--app", App, "--output", Path.Combine(folder, "out"),
                "--context", $"functions={Path.Combine(folder, "functions")}", .. context.SelectMany(value => new[] { "--context", value }),
            ]);
    }

    public Template Data(string stage = "dev") => Read($"vts-{stage}-data");

    public Template Service(string stage = "dev") => Read($"vts-{stage}");

    public string Manifest => Path.Combine(_folder, "manifest.json");

    public string TemplateFile(string stack) => Path.Combine(_folder, $"{stack}.template.json");

    private Template Read(string stack) => new(JsonNode.Parse(File.ReadAllText(TemplateFile(stack)))!.AsObject());
}
