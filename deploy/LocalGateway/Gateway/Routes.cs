using Vts.LocalGateway.Templates;

namespace Vts.LocalGateway.Gateway;

/// <summary>Finds the method that a request leads to, as a REST API does: words before parameters, the method before ANY.</summary>
internal sealed class Routes(IEnumerable<RestMethod> methods)
{
    private readonly (string[] Parts, RestMethod Method)[] _methods = [.. methods
        .Select(method => (Parts: Split(method.Resource), Method: method))
        .OrderBy(route => string.Concat(route.Parts.Select(Rank)), StringComparer.Ordinal)
        .ThenBy(route => route.Method.HttpMethod == "ANY")];

    /// <summary>The method and the decoded path parameters; null if there is no such resource, or it has no such method.</summary>
    public (RestMethod Method, IReadOnlyDictionary<string, string> Parameters)? Find(string httpMethod, string path)
    {
        // A slash at the end makes no other resource; the function sees it in the path.
        var parts = Split(path.Length > 1 && path.EndsWith('/') ? path[..^1] : path);
        string? resource = null;
        foreach (var (route, method) in _methods)
        {
            if ((resource is null || method.Resource == resource) && Match(route, parts) is { } parameters)
            {
                resource = method.Resource;
                if (method.HttpMethod == httpMethod || method.HttpMethod == "ANY")
                {
                    return (method, parameters);
                }
            }
        }

        return null;
    }

    private static Dictionary<string, string>? Match(string[] route, string[] parts)
    {
        if (route.Length != parts.Length)
        {
            return null;
        }

        var parameters = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (expected, part) in route.Zip(parts))
        {
            if (expected.StartsWith('{'))
            {
                if (part.Length == 0)
                {
                    return null;
                }

                parameters[expected.Trim('{', '}')] = Uri.UnescapeDataString(part);
            }
            else if (expected != part)
            {
                return null;
            }
        }

        return parameters;
    }

    private static string[] Split(string path) => path.Split('/')[1..];

    private static char Rank(string part) => part.StartsWith('{') ? '1' : '0';
}
