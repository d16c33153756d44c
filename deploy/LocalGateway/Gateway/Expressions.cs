using System.Text.RegularExpressions;

namespace Vts.LocalGateway.Gateway;

/// <summary>The values and templates of gateway responses and mocks: static text, and <c>$context</c>.</summary>
internal sealed partial class Expressions(GatewayRequest request, string resource, string message, string responseType)
{
    /// <summary>A header's value: <c>'static'</c> or <c>context.requestId</c>.</summary>
    public string Value(string expression) => expression.StartsWith('\'') && expression.EndsWith('\'')
        ? expression[1..^1]
        : expression.StartsWith("context.", StringComparison.Ordinal) ? Variable(expression["context.".Length..]) : throw Unknown(expression);

    /// <summary>A body with its variables put in.</summary>
    public string Fill(string template) => Directive().IsMatch(template)
        ? throw Unknown(template)
        : ContextVariable().Replace(template, match => Variable(match.Groups["name"].Value));

    private string Variable(string name) => name switch
    {
        "requestId" => request.Id,
        "extendedRequestId" => request.ExtendedId,
        "error.message" => message,
        "error.messageString" => $"\"{message}\"",
        "error.responseType" => responseType,
        "httpMethod" => request.Method,
        "path" => request.Path,
        "resourcePath" => resource,
        "stage" => LocalAccount.Stage,
        "identity.sourceIp" => request.SourceIp,
        _ => throw Unknown($"$context.{name}"),
    };

    private static LocalGatewayException Unknown(string expression) => new($"The template holds an expression that the local gateway does not know: {expression}");

    [GeneratedRegex(@"\$(\{context\.(?<name>[A-Za-z.]*[A-Za-z])\}|context\.(?<name>[A-Za-z.]*[A-Za-z]))", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContextVariable();

    [GeneratedRegex(@"#(set|if|foreach)\b|\$(input|util|stageVariables)\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Directive();
}
