using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed class DeploymentTests(Variants variants)
{
    [Fact]
    public async Task Each_function_has_the_alias_live_on_a_version_that_stays()
    {
        var template = (await variants.DefaultAsync()).Service();
        var aliases = template.OfType("AWS::Lambda::Alias").ToList();

        Assert.Equal(
            template.OfType("AWS::Lambda::Function").Select(function => function.Id).Order(),
            aliases.Select(alias => (string)alias["FunctionName"]["Ref"]!).Order());
        Assert.All(aliases, alias =>
        {
            var version = template.Find((string)alias["FunctionVersion"]["Fn::GetAtt"]![0]!);
            Assert.Equal("live", alias.Text("Name"));
            Assert.Equal((string)alias["FunctionName"]["Ref"]!, (string)version["FunctionName"]["Ref"]!);
            Assert.Equal("Retain", (string)version.Json["DeletionPolicy"]!);
        });
    }

    [Fact]
    public async Task A_new_version_gets_a_tenth_for_five_minutes_and_goes_back_if_the_functions_own_alarm_rings()
    {
        var template = (await variants.DefaultAsync()).Service();

        Assert.All(template.OfType("AWS::Lambda::Alias"), alias =>
        {
            var update = alias.Json["UpdatePolicy"]!["CodeDeployLambdaAliasUpdate"]!;
            var group = template.Find((string)update["DeploymentGroupName"]!["Ref"]!);
            var alarm = template.Find((string)group["AlarmConfiguration"]["Alarms"]!.AsArray().Single()!["Name"]!["Ref"]!);
            var function = template.Find((string)alias["FunctionName"]["Ref"]!).Text("FunctionName");

            Assert.Equal("AWS::CodeDeploy::Application", template.Find((string)update["ApplicationName"]!["Ref"]!).Type);
            Assert.Equal(function, group.Text("DeploymentGroupName"));
            Assert.Equal("CodeDeployDefault.LambdaCanary10Percent5Minutes", group.Text("DeploymentConfigName"));
            Assert.True((bool)group["AlarmConfiguration"]["Enabled"]!);
            Assert.True((bool)group["AutoRollbackConfiguration"]["Enabled"]!);
            Assert.Equal(
                ["DEPLOYMENT_FAILURE", "DEPLOYMENT_STOP_ON_ALARM", "DEPLOYMENT_STOP_ON_REQUEST"],
                group["AutoRollbackConfiguration"]["Events"]!.AsArray().Select(name => (string)name!).Order(StringComparer.Ordinal));
            Assert.Equal($"vts-dev-function-errors-{function["vts-dev-".Length..]}", alarm.Text("AlarmName"));
        });
    }

    [Fact]
    public async Task Where_versions_serve_the_new_ones_are_published_and_the_alias_stays()
    {
        var (usual, beside) = ((await variants.DefaultAsync()).Service(), (await variants.BesideAsync()).Service());

        Assert.Equal("7", beside.OfType("AWS::Lambda::Alias").Single(alias => alias.Id.StartsWith("GetCard", StringComparison.Ordinal)).Text("FunctionVersion"));
        Assert.Equal(
            usual.Resources.Where(resource => !resource.Id.StartsWith("GetCardLive", StringComparison.Ordinal)).Select(resource => resource.Json.ToJsonString()),
            beside.Resources.Where(resource => !resource.Id.StartsWith("GetCardLive", StringComparison.Ordinal)).Select(resource => resource.Json.ToJsonString()));
    }
}
