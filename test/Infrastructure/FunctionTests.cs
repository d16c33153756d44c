using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed class FunctionTests(Variants variants)
{
    [Fact]
    public async Task There_are_eight_functions_with_one_configuration()
    {
        var functions = (await variants.DefaultAsync()).Service().OfType("AWS::Lambda::Function").ToList();

        Assert.Equal(
            ["vts-dev-GetCard", "vts-dev-GetMe", "vts-dev-KeepSessions", "vts-dev-ListActiveCards", "vts-dev-ListCardTransactions", "vts-dev-ListCards", "vts-dev-ListTransactions",
                "vts-dev-SummarizeTransactions"],
            functions.Select(function => function.Text("FunctionName")).Order(StringComparer.Ordinal));
        Assert.All(functions, function =>
        {
            Assert.Equal("provided.al2023", function.Text("Runtime"));
            Assert.Equal("bootstrap", function.Text("Handler"));
            Assert.Equal("arm64", (string)function["Architectures"][0]!);
            Assert.Equal("512", function.Text("MemorySize"));
            Assert.Equal("28", function.Text("Timeout"));
            Assert.Equal("Active", (string)function["TracingConfig"]["Mode"]!);
            Assert.Equal("JSON", (string)function["LoggingConfig"]["LogFormat"]!);
        });
    }

    [Fact]
    public async Task A_function_is_told_where_its_sessions_are_and_whom_to_trust_and_nothing_else()
    {
        var functions = (await variants.DefaultAsync()).Service().OfType("AWS::Lambda::Function");

        Assert.All(functions, function => Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["SSL_CERT_DIR"] = "/var/task/no-certificates",
                ["SSL_CERT_FILE"] = "/var/task/roots.pem",
                ["Sessions__Store"] = "DynamoDb",
                ["Sessions__Table"] = "vts-dev",
                ["VTS_STAGE"] = "dev",
            },
            Environment(function)));
    }

    [Fact]
    public async Task Parameters_of_another_version_and_the_systems_trust_store_are_told_too()
    {
        var functions = (await variants.OtherAsync()).Service("prod-2").OfType("AWS::Lambda::Function");

        Assert.All(functions, function => Assert.Equal(
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Sessions__Store"] = "DynamoDb",
                ["Sessions__Table"] = "vts-prod-2",
                ["VTS_PARAMETERS_VERSION"] = "3f2a",
                ["VTS_STAGE"] = "prod-2",
            },
            Environment(function)));
    }

    [Fact]
    public async Task Each_function_writes_to_a_log_of_its_own_that_ends_and_goes_with_the_stack()
    {
        var template = (await variants.DefaultAsync()).Service();

        Assert.All(template.OfType("AWS::Lambda::Function"), function =>
        {
            var log = template.Find((string)function["LoggingConfig"]["LogGroup"]!["Ref"]!);
            Assert.Equal($"/aws/lambda/{function.Text("FunctionName")}", log.Text("LogGroupName"));
        });
        Assert.All(template.OfType("AWS::Logs::LogGroup"), log =>
        {
            Assert.Equal("30", log.Text("RetentionInDays"));
            Assert.Equal("Delete", (string)log.Json["DeletionPolicy"]!);
        });
    }

    [Fact]
    public async Task Sessions_are_kept_every_minute_without_repeating_a_run_that_failed()
    {
        var template = (await variants.DefaultAsync()).Service();
        var rule = template.OfType("AWS::Events::Rule").Single();
        var target = rule["Targets"].AsArray().Single()!;
        var alias = template.Find((string)target["Arn"]!["Ref"]!);

        Assert.Equal("rate(1 minute)", rule.Text("ScheduleExpression"));
        Assert.Equal("vts-dev-KeepSessions", template.Find((string)alias["FunctionName"]["Ref"]!).Text("FunctionName"));
        Assert.Equal(0, (int)target["RetryPolicy"]!["MaximumRetryAttempts"]!);
        Assert.Equal(0, (int)template.OfType("AWS::Lambda::EventInvokeConfig").Single()["MaximumRetryAttempts"]);
    }

    private static Dictionary<string, string> Environment(Resource function) => function["Environment"]["Variables"]!.AsObject()
        .ToDictionary(variable => variable.Key, variable => Intrinsic.Text(variable.Value), StringComparer.Ordinal);
}
