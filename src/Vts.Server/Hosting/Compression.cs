using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace Vts.Server.Hosting;

/// <summary>
/// Compresses large answers, and those that are sent while they are read, for callers that accept it. It is safe here: an answer holds
/// no secret of its own and nothing that the request says. On AWS the gateway does it.
/// </summary>
internal static class Compression
{
    private static readonly string[] MediaTypes = ["application/json", "application/x-ndjson", "text/csv"];

    public static void AddCompression(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IResponseCompressionProvider, LargeAnswers>();
        builder.Services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = MediaTypes;
        });
        builder.Services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        builder.Services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    public static void UseCompression(this WebApplication app)
    {
        app.UseMiddleware<CodedTag>();
        app.UseResponseCompression();
    }
}
