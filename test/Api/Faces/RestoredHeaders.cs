using System.Net;

namespace Vts.Api.Tests.Faces;

/// <summary>Gives headers that a gateway renames on the way out their own names back, so that all faces read alike.</summary>
internal sealed class RestoredHeaders(IReadOnlyDictionary<string, string> renamed, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        foreach (var (name, values) in response.Headers.NonValidated.Where(header => renamed.ContainsKey(header.Key)).ToList())
        {
            response.Headers.Remove(name);
            _ = response.Headers.TryAddWithoutValidation(renamed[name], values) || response.Content.Headers.TryAddWithoutValidation(renamed[name], values);
        }

        if (renamed.Count > 0 && response.StatusCode is HttpStatusCode.NotModified)
        {
            // The gateway puts its default type where the service says none.
            response.Content.Headers.ContentType = null;
        }

        return response;
    }
}
