using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Extensions.Options;

namespace Vts.Server.Hosting;

/// <summary>Leaves small answers as they are: they would not get smaller by enough to matter.</summary>
internal sealed class LargeAnswers(IServiceProvider services, IOptions<ResponseCompressionOptions> options) : ResponseCompressionProvider(services, options)
{
    private const int LeastBytes = 1024;

    public override bool ShouldCompressResponse(HttpContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return !(context.Response.ContentLength < LeastBytes) && base.ShouldCompressResponse(context);
    }
}
