using System.Text.RegularExpressions;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed partial class RouteTests(Variants variants)
{
    private static readonly string[] Lists = ["/cards", "/cards/active", "/cards/{cardId}/transactions", "/transactions", "/transactions/summary"];
    private static readonly string[] Endings = ["", ".json", ".ndjson", ".csv"];

    [Fact]
    public async Task Each_path_and_method_of_the_contract_leads_to_the_live_alias_of_its_operation()
    {
        var template = (await variants.DefaultAsync()).Service();

        Assert.Equal(Everywhere().Order(), Routes(template).Where(route => route.Method == "GET").Order());
    }

    [Fact]
    public async Task Each_path_answers_head_as_it_answers_get()
    {
        var routes = Routes((await variants.DefaultAsync()).Service());

        Assert.Equal(
            routes.Where(route => route.Method == "GET").Select(route => (route.Path, route.Function)),
            routes.Where(route => route.Method == "HEAD").Select(route => (route.Path, route.Function)));
    }

    [Fact]
    public async Task Each_path_refuses_every_other_method_whatever_is_sent()
    {
        var template = (await variants.DefaultAsync()).Service();
        var others = template.OfType("AWS::ApiGateway::Method").Where(method => method.Text("HttpMethod") == "ANY").ToList();

        Assert.Equal(Everywhere().Select(route => route.Path).Order(), others.Select(method => Path(template, method)).Order());
        Assert.All(others, method =>
        {
            Assert.Equal("MOCK", (string)method["Integration"]["Type"]!);
            Assert.Equal("""{"statusCode":405}""", (string)method["Integration"]["RequestTemplates"]!["application/json"]!);
            // A body of another media type must not be taken for the answer's status.
            Assert.Equal("NEVER", (string)method["Integration"]["PassthroughBehavior"]!);
            Assert.Equal("405", (string)method["MethodResponses"]![0]!["StatusCode"]!);
        });
    }

    [Fact]
    public async Task No_method_asks_for_anything_at_the_gateway()
    {
        var methods = (await variants.DefaultAsync()).Service().OfType("AWS::ApiGateway::Method");

        Assert.All(methods, method =>
        {
            Assert.Equal("NONE", method.Text("AuthorizationType"));
            Assert.DoesNotContain(method.Properties, property => property.Key is "ApiKeyRequired" or "RequestParameters" or "RequestValidatorId" or "AuthorizerId");
        });
    }

    [Fact]
    public async Task The_gateway_may_call_each_route_and_no_more()
    {
        var template = (await variants.DefaultAsync()).Service();
        var allowed = template.OfType("AWS::Lambda::Permission")
            .Where(permission => permission.Text("Principal") == "apigateway.amazonaws.com")
            .Select(permission => (permission.Text("FunctionName"), permission.Text("SourceArn").Split('/', 3)[2]));

        Assert.Equal(
            Routes(template).Select(route => ($"${{{Alias(template, route.Function)}}}", $"{route.Method}{Wildcards().Replace(route.Path, "*")}")).Order(),
            allowed.Order());
    }

    // The contract names a list once; a form's ending leads to the same function.
    private static IEnumerable<(string Path, string Method, string Function)> Everywhere() =>
        from route in Contract()
        from ending in Lists.Contains(route.Path) ? Endings : [""]
        select route with { Path = route.Path + ending };

    private static (string Path, string Method, string Function)[] Contract()
    {
        var paths = Testing.Repository.Read("swagger.yaml").Split("\npaths:\n")[1].Split("\ncomponents:")[0];
        return
        [
            .. from match in ContractRoute().Matches(paths)
               let operation = match.Groups["operation"].Value
               select (match.Groups["path"].Value, "GET", operation[..1].ToUpperInvariant() + operation[1..]),
        ];
    }

    private static List<(string Path, string Method, string Function)> Routes(Template template) =>
    [
        .. from method in template.OfType("AWS::ApiGateway::Method")
           where (string)method["Integration"]["Type"]! == "AWS_PROXY"
           let alias = Uri().Match(Intrinsic.Text(method["Integration"]["Uri"])).Groups["alias"].Value
           select (Path(template, method), method.Text("HttpMethod"), Function(template, alias)),
    ];

    private static string Path(Template template, Resource method) => Path(template, (string)method["ResourceId"]["Ref"]!);

    private static string Path(Template template, string id)
    {
        var resource = template.Find(id);
        return ((string?)resource["ParentId"]["Ref"] is { } parent ? Path(template, parent) : "") + "/" + resource.Text("PathPart");
    }

    private static string Function(Template template, string alias) =>
        template.Find((string)template.Find(alias)["FunctionName"]["Ref"]!).Text("FunctionName")["vts-dev-".Length..];

    private static string Alias(Template template, string function) => template.OfType("AWS::Lambda::Alias")
        .Single(alias => Function(template, alias.Id) == function).Id;

    [GeneratedRegex(@"^  '?(?<path>/[^':]*)'?:\n    get:\n(      .*\n)*?      operationId: (?<operation>\w+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ContractRoute();

    [GeneratedRegex(@":lambda:path/2015-03-31/functions/\$\{(?<alias>\w+)\}/invocations$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Uri();

    [GeneratedRegex(@"\{\w+\}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Wildcards();
}
