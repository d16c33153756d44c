using System.Diagnostics;

namespace Vts.Bench.Lambda;

/// <summary>The Python function, laid out as the gateway wants it and compiled to bytecode ahead.</summary>
internal static class PythonFunction
{
    private static readonly string[] Files = ["lambda/bootstrap", "lambda/handler.py", "python/mapping.py"];

    /// <summary>Puts it into a folder of functions under this one, which is returned.</summary>
    public static async Task<string> PublishAsync(string folder)
    {
        var functions = Path.Combine(folder, "python");
        var published = Path.Combine(functions, "ListCards");
        Directory.CreateDirectory(published);
        foreach (var file in Files)
        {
            File.Copy(Repository.In($"bench/peers/{file}"), Path.Combine(published, Path.GetFileName(file)));
        }

        using var compiler = Process.Start("/usr/bin/python3", ["-m", "compileall", "-q", published]);
        await compiler.WaitForExitAsync();
        return compiler.ExitCode == 0 ? functions : throw new BenchException("The Python function could not be compiled");
    }
}
