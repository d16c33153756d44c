namespace Vts.Bench.Lambda;

/// <summary>What the figures depend on.</summary>
internal static class Circumstances
{
    private const string Versions = "import sys, boto3, requests; print(f'Python {sys.version.split()[0]}, boto3 {boto3.__version__}, requests {requests.__version__}')";

    public static Dictionary<string, string> Read(bool isQuick, TimeProvider time) => new(StringComparer.Ordinal)
    {
        ["Mode"] = isQuick ? "quick: few rounds, for a first look" : "full",
        ["Date"] = $"{time.GetUtcNow():yyyy-MM-dd HH:mm} UTC",
        ["Command"] = isQuick ? "bench/lambda.sh --quick" : "bench/lambda.sh",
        ["Commit"] = Machine.Commit(" with changes not committed", ".", ":!bench/results"),
        ["Machine"] = Machine.Name(),
        ["Versions"] = $".NET SDK {Machine.Sdk()} (the function is a native binary), {Machine.Output("/usr/bin/python3", "-c", Versions)}",
        ["Load before"] = MachineLoad.Averages(),
    };
}
