using Microsoft.Extensions.Options;

namespace Vts.Server.Hosting;

/// <summary>Lets pages of the configured origins read answers in a browser, and no other page.</summary>
internal static class CrossOrigin
{
    private static readonly string[] Methods = ["GET", "HEAD"];
    private static readonly string[] Asked = ["token", "Authorization", "Cache-Control", "If-None-Match", "Prefer"];
    private static readonly string[] Shown = ["ETag", "Age", "Cache-Status", "Link", "coverage", "Preference-Applied", "Retry-After", "RateLimit", "RateLimit-Policy", "WWW-Authenticate", "x-request-id"];
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public static void AddCrossOrigin(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<CrossOriginOptions>().Bind(builder.Configuration.GetSection(CrossOriginOptions.Section)).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CrossOriginOptions>, CrossOriginOptionsValidator>();
        builder.Services.AddCors();
    }

    public static void UseCrossOrigin(this WebApplication app)
    {
        string[] origins = [.. app.Services.GetRequiredService<IOptions<CrossOriginOptions>>().Value.Origins];
        if (origins.Length > 0)
        {
            app.UseCors(policy => policy.WithOrigins(origins).WithMethods(Methods).WithHeaders(Asked).WithExposedHeaders(Shown).SetPreflightMaxAge(Kept));
        }
    }
}
