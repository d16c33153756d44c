namespace Vts.LocalGateway;

/// <summary>Reads a request's body up to a limit.</summary>
internal static class BoundedBody
{
    /// <summary>The whole body, or null if it is longer than the limit. What is over the limit is read and dropped, so that an answer can be heard.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpRequest request, int limit, CancellationToken cancellationToken)
    {
        var body = new MemoryStream();
        var chunk = new byte[16 * 1024];
        var total = 0L;
        int read;
        while ((read = await request.Body.ReadAsync(chunk, cancellationToken)) > 0)
        {
            total += read;
            if (total <= limit)
            {
                body.Write(chunk, 0, read);
            }
        }

        return total > limit ? null : body.GetBuffer().AsMemory(0, (int)body.Length);
    }
}
