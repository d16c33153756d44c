using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Extend.Json;

namespace Extend.Connections;

/// <summary>One whole answer of Extend, already within the size limit. Whoever asked for it disposes of it.</summary>
/// <param name="status">HTTP status.</param>
/// <param name="body">The body after decompression; null for none.</param>
/// <param name="retryAfter">How long Extend asked to wait, if it did.</param>
/// <param name="rateLimitRemaining">How many requests Extend said it still takes for now, if it did.</param>
internal sealed class Answer(int status, Body? body, TimeSpan? retryAfter = null, int? rateLimitRemaining = null) : IDisposable
{
    public int Status => status;

    /// <summary>When the call was sent, UTC.</summary>
    public DateTimeOffset SentAt { get; init; }

    public int? RateLimitRemaining => rateLimitRemaining;

    public bool IsSuccess => status is >= 200 and < 300;

    /// <summary>Whether Extend says in JSON that there is no such object, or none that this account may see.</summary>
    public bool DeniesObject => status is 400 or 403 or 404 or 422 && !IsWebPage;

    public bool IsWebPage => Content is [(byte)'<', ..];

    private ReadOnlySpan<byte> Content
    {
        get
        {
            var content = body is null ? [] : body.Content.Span;
            return (content is [0xEF, 0xBB, 0xBF, .. var afterMark] ? afterMark : content).TrimStart(" \t\r\n"u8);
        }
    }

    /// <summary>The content of a success, or the fault that this answer is.</summary>
    /// <exception cref="ExtendException">The answer is not a readable success.</exception>
    public T Read<T>(JsonTypeInfo<T> shape)
        where T : Envelope
    {
        if (!IsSuccess || IsWebPage)
        {
            throw Fault();
        }

        var content = Parse(shape);
        return string.IsNullOrEmpty(content.Error) ? content : throw new ExtendException(ExtendFault.ErrorInAnswer, status: status);
    }

    /// <summary>What this answer means when it is not a readable success.</summary>
    public ExtendException Fault() => new(
        status switch
        {
            < 500 when IsWebPage => ExtendFault.WebPage,
            >= 300 and < 400 => ExtendFault.Redirected,
            401 => ExtendFault.CredentialRefused,
            403 => ExtendFault.Forbidden,
            406 => ExtendFault.VersionRefused,
            429 => ExtendFault.Throttled,
            503 => ExtendFault.Unavailable,
            >= 500 => ExtendFault.ServerError,
            _ => ExtendFault.UnexpectedStatus,
        },
        retryAfter,
        status);

    /// <summary>Extend's own words of what is wrong; empty if it gives none. To be understood, never to be shown.</summary>
    public string ErrorText()
    {
        try
        {
            return IsWebPage ? "" : JsonSerializer.Deserialize(Content, ExtendJson.Default.ErrorAnswer)?.Error ?? "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    public void Dispose() => body?.Dispose();

    private T Parse<T>(JsonTypeInfo<T> shape)
    {
        try
        {
            return JsonSerializer.Deserialize(Content, shape) ?? throw new ExtendException(ExtendFault.AnswerUnreadable, status: status);
        }
        catch (JsonException unreadable)
        {
            // The reader's own message may quote the body; it goes no further.
            throw new ExtendException(ExtendFault.AnswerUnreadable, status: status, inner: new JsonException($"at {unreadable.Path}"));
        }
    }
}
