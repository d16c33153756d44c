using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Vts.Callers;
using Vts.Callers.Limits;
using Vts.Requests;
using Vts.Text;

namespace Vts.Operations;

/// <summary><c>GET /me</c>.</summary>
public sealed partial class GetMe : IOperation
{
    /// <inheritdoc/>
    public static void Register(IServiceCollection services)
    {
        // Whoever asks has been found already.
    }

    /// <inheritdoc/>
    public static void Map(IEndpointRouteBuilder routes) => routes.MapMethods("/me", OperationRules.Methods, Handle).AsOperation(
        "getMe",
        "Get what you may do",
        "What your token may read, which cards and which members of them, when it ends, and your limits, in data and in words. Extend is not asked.",
        Examples.Me).WithTags("Callers");

    private static PresentJson<CallerRights> Handle(Caller caller, CallerLimiter limiter) =>
        new(CallerRights.Of(caller, limiter.Now(caller)), GetMeJson.Readable.CallerRights);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(CallerRights))]
    private sealed partial class GetMeJson : JsonSerializerContext
    {
        // Answers are never put into a page: other scripts stay readable.
        public static GetMeJson Readable { get; } = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            Converters = { new UtcMillisecondsConverter() },
        });
    }
}
