namespace Vts.Aws.Lambda.Telemetry;

/// <summary>
/// Where Lambda reads logs and metrics from: one JSON object a line, each written at once, because the process may be frozen
/// right after it has answered.
/// </summary>
internal sealed class StandardOutput(Stream output)
{
    private readonly Lock _gate = new();

    /// <summary>The process's own.</summary>
    public static StandardOutput OfProcess() => new(Console.OpenStandardOutput());

    /// <summary>Writes a line whole.</summary>
    /// <param name="line">One JSON object, without line breaks; the line's end is added here.</param>
    public void Write(ReadOnlySpan<byte> line)
    {
        var whole = new byte[line.Length + 1];
        line.CopyTo(whole);
        whole[^1] = (byte)'\n';
        lock (_gate)
        {
            output.Write(whole);
            output.Flush();
        }
    }
}
