namespace Vts.LocalGateway.Tests;

/// <summary>What a function's process knows.</summary>
public sealed class EnvironmentTests(DynamoDb dynamoDb)
{
    [Fact]
    public async Task A_process_knows_what_lambda_and_the_template_tell_it_and_inherits_nothing_but_the_path()
    {
        using var template = TemplateVariant.OfListCards();
        await using var gateway = await Gateway.StartAsync(dynamoDb.Local, template: template.Path);

        var environment = (await gateway.EchoAsync("/cards"))["environment"]!.AsObject().ToDictionary(variable => variable.Key, variable => (string?)variable.Value);

        var folder = Path.Combine(gateway.Functions.Folder, "ListCards");
        Dictionary<string, string> expected = new()
        {
            ["_HANDLER"] = "bootstrap",
            ["LAMBDA_TASK_ROOT"] = folder,
            ["SSL_CERT_FILE"] = Path.Combine(folder, "roots.pem"),
            ["AWS_LAMBDA_FUNCTION_NAME"] = "vts-test-ListCards",
            ["AWS_LAMBDA_FUNCTION_VERSION"] = "1",
            ["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = "512",
            ["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand",
            ["AWS_LAMBDA_LOG_FORMAT"] = "JSON",
            ["AWS_REGION"] = "us-east-1",
            ["REGION_OF_STACK"] = "in-us-east-1",
            ["VTS_STAGE"] = "local",
            ["Sessions__Table"] = "vts-local",
            ["AWS_ENDPOINT_URL_SSM"] = gateway.Server.ParameterStore.Address.ToString(),
            ["AWS_ENDPOINT_URL_DYNAMODB"] = gateway.Server.DynamoDb.Address.ToString(),
        };
        Assert.All(expected, variable => Assert.Equal(variable.Value, environment.GetValueOrDefault(variable.Key)));
        Assert.False(environment.ContainsKey("HOME"));
    }
}
