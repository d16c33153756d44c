using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Microsoft.Net.Http.Headers;

namespace Vts.Freshness;

/// <summary>An answer as it is sent. It is written once for as long as the answer is kept, however often it is sent.</summary>
internal sealed class Body
{
    private const int TagBytes = 16;
    private const int MostForms = 16;

    private static readonly ConditionalWeakTable<object, ConcurrentDictionary<string, Body>> Written = [];

    private Body(byte[] content)
    {
        Content = content;
        Tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content).AsSpan(0, TagBytes))}\"");
        ETag = Tag.ToString();
    }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Names exactly these bytes: a strong validator.</summary>
    public EntityTagHeaderValue Tag { get; }

    /// <summary>The tag as it is sent.</summary>
    public string ETag { get; }

    /// <summary>A body that is sent once.</summary>
    public static Body Once(byte[] content) => new(content);

    /// <summary>The body of this answer in this form.</summary>
    /// <param name="answer">The answer. Nobody changes it.</param>
    /// <param name="form">Names the form, with everything that its bytes depend on beside the answer itself.</param>
    /// <param name="write">Writes it. Where an answer is sent in very many forms, more than once.</param>
    public static Body Of(object answer, string form, Func<byte[]> write)
    {
        var forms = Written.GetOrAdd(answer, static _ => new(StringComparer.Ordinal));
        return forms.TryGetValue(form, out var body) ? body
            : forms.Count >= MostForms ? new Body(write())
            : forms.GetOrAdd(form, _ => new Body(write()));
    }
}
