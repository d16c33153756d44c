namespace Vts.Bench.Bare;

/// <summary>Sends a file in chunks of the size that VTS sends, and asks no one.</summary>
internal static class WrittenList
{
    private const int Chunk = 32 * 1024;

    /// <summary>Sends all of the file.</summary>
    public static async Task SendAsync(HttpContext context, string file)
    {
        var output = context.Response.BodyWriter;
        using var handle = File.OpenHandle(file, options: FileOptions.SequentialScan);
        for (var from = 0L; await RandomAccess.ReadAsync(handle, output.GetMemory(Chunk)[..Chunk], from, context.RequestAborted) is > 0 and var read; from += read)
        {
            output.Advance(read);
            await output.FlushAsync(context.RequestAborted);
        }
    }
}
