using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Vts.Callers.Rules;

namespace Vts.Freshness;

/// <summary>An answer as it is sent. It is written once for as long as the answer is kept, however often it is sent.</summary>
internal sealed class Body
{
    private const int TagBytes = 16;
    private const int MostRules = 16;

    private static readonly ConditionalWeakTable<object, Body> Written = [];

    private ConcurrentDictionary<FieldRule, Body>? _shown;

    private Body(byte[] json)
    {
        Json = json;
        Tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(json).AsSpan(0, TagBytes))}\"");
        ETag = Tag.ToString();
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Json { get; }

    /// <summary>Names exactly these bytes: a strong validator.</summary>
    public EntityTagHeaderValue Tag { get; }

    /// <summary>The tag as it is sent.</summary>
    public string ETag { get; }

    /// <summary>The body of this answer.</summary>
    public static Body Of<T>(T value, IServiceProvider services)
        where T : class =>
        Written.TryGetValue(value, out var body) ? body : Written.GetValue(value, _ => new Body(Write(value, services)));

    /// <summary>
    /// The body of this answer without what the rule hides. It too is written once, save where an answer is sent under very many rules.
    /// </summary>
    public Body Showing(FieldRule fields) => fields.IsAll ? this : Shown(fields);

    private Body Shown(FieldRule fields)
    {
        var all = _shown ?? Interlocked.CompareExchange(ref _shown, new(), null) ?? _shown;
        return all.TryGetValue(fields, out var shown) ? shown
            : all.Count >= MostRules ? new Body(Members.Keep(Json, fields))
            : all.GetOrAdd(fields, rule => new Body(Members.Keep(Json, rule)));
    }

    private static byte[] Write<T>(T value, IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions;
        return JsonSerializer.SerializeToUtf8Bytes(value, (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T)));
    }
}
