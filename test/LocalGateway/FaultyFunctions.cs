using System.Runtime.InteropServices;

namespace Vts.LocalGateway.Tests;

/// <summary>A folder of published functions, each of them the faulty one.</summary>
internal sealed class FaultyFunctions : IDisposable
{
    public static readonly string[] Names = ["ListCards", "ListActiveCards", "GetCard", "ListCardTransactions", "ListTransactions", "SummarizeTransactions", "GetMe", "KeepSessions"];

    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    public FaultyFunctions(IEnumerable<string>? names = null)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "faulty-function");
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "../../.."));
        foreach (var name in names ?? Names)
        {
            var bootstrap = Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, name)).FullName, "bootstrap");
            File.WriteAllText(bootstrap, $"#!/bin/sh\nexport DOTNET_ROOT='{dotnet}' DOTNET_EnableDiagnostics=0 DOTNET_TieredPGO=0\nexec '{program}'\n");
            File.SetUnixFileMode(bootstrap, Executable);
        }
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("vts-faulty-").FullName;

    /// <summary>What the next starts do: exit, error or hang, one each; after those they are well.</summary>
    public void NextStarts(params string[] faults) => File.WriteAllLines(FaultFile, faults);

    public string FaultFile => Path.Combine(Folder, "faults");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
