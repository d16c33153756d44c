namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends little that becomes much.</summary>
internal static class CompressedBody
{
    public static FaultKind Kind { get; } = new(
        "compressedBody", "sends the body and 1 GB, or so many bytes, of spaces, compressed by gzip", ["bytes"],
        parameters =>
        {
            var bytes = parameters.Whole("bytes", 1024 * 1024 * 1024, 0, int.MaxValue);
            return new SpoilingFault(answer => (answer.IsCompressed, answer.Padding) = (true, bytes));
        });
}
