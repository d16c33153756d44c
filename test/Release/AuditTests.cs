namespace Vts.Release.Tests;

/// <summary>The gate before known vulnerabilities; the commands that ask the registries are stand-ins.</summary>
public sealed class AuditTests : IDisposable
{
    private readonly string _tools = Directory.CreateTempSubdirectory("vts-audit-").FullName;

    public void Dispose() => Directory.Delete(_tools, recursive: true);

    [Theory]
    [InlineData("no vulnerable package", 0, """{"projects":[{"path":"a.csproj"}]}""", 0, 0)]
    [InlineData("a vulnerable NuGet package", 1, """{"projects":[{"frameworks":[{"topLevelPackages":[{"id":"A","vulnerabilities":[{"severity":"High"}]}]}]}]}""", 0, 0)]
    [InlineData("a vulnerable npm package", 1, """{"projects":[]}""", 0, 1)]
    [InlineData("NuGet's answer missing", 1, "error: no answer", 1, 0)]
    [InlineData("no projects in NuGet's answer", 1, "{}", 0, 0)]
    public async Task The_audit_passes_only_where_both_registries_know_nothing(string found, int status, string nuget, int nugetStatus, int npmStatus)
    {
        Fake("dotnet", $"[ \"$1\" = restore ] || {{ echo '{nuget}'; exit {nugetStatus}; }}");
        Fake("npm", $"exit {npmStatus}");

        var run = await Script.RunAsync(".github/audit.sh", [], _tools);

        Assert.True(status == run.Status, $"{found}: {run.Output}");
    }

    private void Fake(string name, string body)
    {
        var path = Path.Combine(_tools, name);
        File.WriteAllText(path, $"#!/bin/bash\n{body}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }
}
