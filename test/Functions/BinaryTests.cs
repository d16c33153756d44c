using System.Diagnostics;
using System.IO.Compression;
using System.Text.RegularExpressions;

namespace Vts.Functions.Tests;

/// <summary>What a function's zip is, and that Amazon Linux 2023 can run it.</summary>
public sealed partial class BinaryTests
{
    private const int MostZipBytes = 9_000_000;
    private static readonly Version Glibc = new(2, 34);

    // Nothing but the C library and its parts: OpenSSL is found at run time, the rest is linked in.
    private static readonly string[] Libraries = ["ld-linux-aarch64.so.1", "ld-linux-x86-64.so.2", "libc.so.6", "libdl.so.2", "libgcc_s.so.1", "libm.so.6", "libpthread.so.0", "librt.so.1"];

    [Theory]
    [MemberData(nameof(Published.Each), MemberType = typeof(Published))]
    public void A_binary_asks_for_no_newer_c_library_than_amazon_linux_2023_has(string function)
    {
        var versions = SymbolVersion().Matches(Read("readelf", "-W", "--dyn-syms", Published.Bootstrap(function))).Select(match => Version.Parse(match.Groups["version"].Value)).ToList();

        Assert.NotEmpty(versions);
        Assert.InRange(versions.Max()!, new Version(2, 2), Glibc);
    }

    [Theory]
    [MemberData(nameof(Published.Each), MemberType = typeof(Published))]
    public void A_binary_needs_no_library_beside_the_c_library(string function)
    {
        var needed = Needed().Matches(Read("readelf", "-W", "-d", Published.Bootstrap(function))).Select(match => match.Groups["library"].Value).ToList();

        Assert.Contains("libc.so.6", needed);
        Assert.Empty(needed.Except(Libraries));
    }

    [Theory]
    [MemberData(nameof(Published.Each), MemberType = typeof(Published))]
    public void A_zip_holds_the_binary_and_the_authorities_and_tells_no_time_of_day(string function)
    {
        using var zip = ZipFile.OpenRead(Published.Zip(function));

        Assert.Equal(["bootstrap", "roots.pem"], zip.Entries.Select(entry => entry.FullName));
        Assert.Equal([0b111_101_101, 0b110_100_100], zip.Entries.Select(entry => (entry.ExternalAttributes >> 16) & 0b111_111_111));
        Assert.All(zip.Entries, entry => Assert.Equal(new DateTime(1980, 1, 1, 0, 0, 0, DateTimeKind.Unspecified), entry.LastWriteTime.DateTime));
    }

    [Theory]
    [MemberData(nameof(Published.Each), MemberType = typeof(Published))]
    public void A_zip_has_at_most_9_megabytes(string function) => Assert.InRange(new FileInfo(Published.Zip(function)).Length, 1_000_000, MostZipBytes);

    [Theory]
    [MemberData(nameof(Published.Each), MemberType = typeof(Published))]
    public async Task Started_outside_of_lambda_a_function_says_how_to_call_it(string function)
    {
        using var process = Process.Start(new ProcessStartInfo(Published.Bootstrap(function)) { UseShellExecute = false, RedirectStandardError = true, Environment = { ["AWS_LAMBDA_RUNTIME_API"] = "" } })!;
        var errors = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();

        Assert.Equal(1, process.ExitCode);
        Assert.Contains("dotnet run --project deploy/LocalGateway -- invoke", errors);
    }

    private static string Read(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { UseShellExecute = false, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    [GeneratedRegex(@"@GLIBC_(?<version>[0-9]+\.[0-9]+(\.[0-9]+)?)", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex SymbolVersion();

    [GeneratedRegex(@"\(NEEDED\).*\[(?<library>[^\]]+)\]", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 5000)]
    private static partial Regex Needed();
}
