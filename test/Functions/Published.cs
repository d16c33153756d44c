namespace Vts.Functions.Tests;

/// <summary>The published functions under test: those in the folder that <c>VTS_FUNCTIONS</c> names, else where <c>deploy/build.sh --arch x64</c> puts them.</summary>
internal static class Published
{
    public static readonly string[] Names = ["ListCards", "ListActiveCards", "GetCard", "ListCardTransactions", "ListTransactions", "SummarizeTransactions", "GetMe", "KeepSessions"];

    public static string Folder { get; } = Environment.GetEnvironmentVariable("VTS_FUNCTIONS") is { Length: > 0 } folder
        ? folder
        : Path.Combine(Testing.Repository.Root, "artifacts/functions/x64");

    public static TheoryData<string> Each => [.. Names];

    public static string Bootstrap(string function) => Path.Combine(Folder, function, "bootstrap");

    public static string Zip(string function) => Path.Combine(Folder, function + ".zip");
}
