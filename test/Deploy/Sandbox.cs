using System.Diagnostics;
using Vts.Testing;

namespace Vts.Deploy.Tests;

/// <summary>
/// A copy of the scripts in a folder of its own, where <c>aws</c>, <c>cdk</c>, <c>build.sh</c> and the build tools are stand-ins
/// that note how they were called, and only the ordinary commands that the scripts need are to be found.
/// </summary>
internal sealed class Sandbox : IDisposable
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private static readonly string[] Ordinary =
    [
        "base64", "bash", "cat", "chmod", "cp", "curl", "cut", "date", "dirname", "env", "find", "grep", "head", "mkdir", "mktemp", "od", "realpath", "rm", "sed",
        "sha256sum", "sort", "stat", "tail", "touch", "tr", "uname", "wc",
    ];

    private static readonly string[] Tools =
        ["dotnet", "node", "npm", "clang", "ld.lld", "aarch64-linux-gnu-gcc", "gcc", "readelf", "zip", "advzip", "sleep"];

    private readonly Dictionary<string, string> _environment;

    /// <param name="spied">Whether ordinary commands are noted too, which takes longer.</param>
    public Sandbox(bool spied = false)
    {
        Folder = Directory.CreateTempSubdirectory("vts-deploy-").FullName;
        foreach (var name in (string[])["bin", "fakes/stacks", "fakes/aliases", "fakes/code", "bench", "tmp", "home", "deploy/lib", "deploy/node_modules/.bin"])
        {
            Directory.CreateDirectory(At(name));
        }

        foreach (var script in Directory.GetFiles(Path.Combine(Repository.Root, "deploy"), "*.sh", SearchOption.AllDirectories).Where(path => !path.Contains("node_modules")))
        {
            File.Copy(script, At(Path.GetRelativePath(Repository.Root, script)), overwrite: true);
        }

        Fake("aws", "bin/aws");
        Fake("cdk", "deploy/node_modules/.bin/cdk");
        Fake("tool", "deploy/build.sh");
        Fake("replay", "bench/replay.sh");
        foreach (var name in Tools)
        {
            Fake("tool", $"bin/{name}");
        }

        foreach (var name in Ordinary)
        {
            if (spied)
            {
                Fake("spy", $"bin/{name}");
            }
            else
            {
                File.CreateSymbolicLink(At($"bin/{name}"), $"/usr/bin/{name}");
            }
        }

        Write("fakes/configure-region", "eu-central-1\n");
        _environment = new(StringComparer.Ordinal)
        {
            ["PATH"] = At("bin"),
            ["HOME"] = At("home"),
            ["TMPDIR"] = At("tmp"),
            ["FAKES"] = At("fakes"),
            ["ADDRESS"] = "http://127.0.0.1:9",
        };
    }

    public string Folder { get; }

    /// <summary>The address that the deployed stack tells.</summary>
    public Uri Address
    {
        set => _environment["ADDRESS"] = value.AbsoluteUri.TrimEnd('/') + "/dev";
    }

    /// <summary>The calls of the stand-ins, in order.</summary>
    public string[] Calls => File.Exists(At("fakes/calls.log")) ? File.ReadAllLines(At("fakes/calls.log")) : [];

    /// <summary>The names of the parameters that are there.</summary>
    public string[] Parameters => Directory.Exists(At("fakes/vault"))
        ? [.. Directory.GetFiles(At("fakes/vault"), "version", SearchOption.AllDirectories).Select(path => Path.GetDirectoryName(path)![At("fakes/vault").Length..]).Order(StringComparer.Ordinal)]
        : [];

    public string At(string path) => Path.Combine(Folder, path);

    public void Write(string path, string text) => File.WriteAllText(At(path), text);

    /// <summary>A file that only its owner may read, as secrets must be; its path.</summary>
    public string Private(string name, string text)
    {
        Write(name, text);
        File.SetUnixFileMode(At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        return At(name);
    }

    /// <summary>The request that wrote a parameter.</summary>
    public string Request(string parameter) => File.ReadAllText(At($"fakes/vault{parameter}/request.json"));

    public void Forget() => File.Delete(At("fakes/calls.log"));

    public void Remove(string tool) => File.Delete(At($"bin/{tool}"));

    public void Variable(string name, string value) => _environment[name] = value;

    /// <summary>All files but those that the stand-in of AWS keeps parameters in, and those named.</summary>
    public IEnumerable<string> Traces(params string[] but) => Directory
        .GetFiles(Folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint })
        .Where(path => !path.StartsWith(At("fakes/vault"), StringComparison.Ordinal) && !but.Contains(path));

    /// <summary>Runs a script without a terminal; the answers are its standard input.</summary>
    public Task<ScriptRun> RunAsync(string script, string[] arguments, params string[] answers) =>
        RunAsync(["/usr/bin/setsid", "--wait", "/bin/bash", At($"deploy/{script}"), .. arguments], answers);

    /// <summary>Runs a command line in this sandbox.</summary>
    public async Task<ScriptRun> RunAsync(string[] command, string[] answers)
    {
        using var process = Process.Start(Start(command))!;
        var texts = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        foreach (var answer in answers)
        {
            await process.StandardInput.WriteLineAsync(answer);
        }

        process.StandardInput.Close();
        await process.WaitForExitAsync().WaitAsync(Patience);
        return new ScriptRun(process.ExitCode, string.Concat(await texts.WaitAsync(Patience)));
    }

    /// <summary>How a command line starts in this sandbox, with nothing of the tests' own environment.</summary>
    public ProcessStartInfo Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Folder,
        };
        start.Environment.Clear();
        foreach (var (key, value) in _environment)
        {
            start.Environment[key] = value;
        }

        return start;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Fake(string fake, string path)
    {
        File.Copy(Path.Combine(Repository.Root, "test/Deploy/Fakes", fake), At(path), overwrite: true);
        File.SetUnixFileMode(At(path), Executable);
    }
}
