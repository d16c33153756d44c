using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Vts.Startup;

namespace Vts.Queries;

/// <summary>What reading the queries of lists needs.</summary>
internal static class QueryServices
{
    public static IServiceCollection AddQueries(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(ListOptions.Section);
        services.AddOptions<ListOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<ListOptions>, ListOptionsValidator>();
        services.AddSingleton<IValidateOptions<ListOptions>>(new OnlyKnown<ListOptions>(section, nameof(ListOptions.CursorKey)));
        services.AddSingleton(provider => new CursorKey(provider.GetRequiredService<IOptions<ListOptions>>(), configuration));
        return services.AddSingleton<Cursors>();
    }
}
