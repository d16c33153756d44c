namespace Vts.FaultyFunction;

/// <summary>What the environment says about the start. A fault is had once for each line of the file that FAULT_FILE names.</summary>
internal static class Start
{
    public static async Task MisbehaveAsync(RuntimeClient runtime)
    {
        if (Environment.GetEnvironmentVariable("FAULT_FILE") is not { } path || !File.Exists(path) || File.ReadAllLines(path) is not [var fault, .. var rest])
        {
            return;
        }

        await File.WriteAllLinesAsync(path, rest);
        switch (fault)
        {
            case "exit":
                Environment.Exit(3);
                break;
            case "error":
                await runtime.FailInitAsync("""{"errorType":"Faulty.Init","errorMessage":"not today"}""");
                Environment.Exit(1);
                break;
            case "hang":
                await new TaskCompletionSource().Task;
                break;
        }
    }
}
