using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests.Access;

public sealed class AccessTests(Variants variants)
{
    [Fact]
    public async Task What_everything_may_do_is_the_committed_text()
    {
        var text = Policies.Text(await StatementsAsync());

        Assert.Equal(Testing.Repository.Expected("deploy/iam.txt", text), text);
    }

    [Fact]
    public async Task No_resource_is_a_wildcard_without_a_reason_and_no_reason_stands_in_vain()
    {
        var wildcards = (await StatementsAsync()).Where(statement => statement.Resources.Any(resource => resource.Contains('*'))).Select(WildcardReasons.Key);

        Assert.Equal(WildcardReasons.All.Keys.Order(), wildcards.Distinct().Order());
    }

    [Fact]
    public async Task No_action_is_a_wildcard_but_that_of_the_keys_owner()
    {
        var statements = (await StatementsAsync()).Where(statement => statement.Effect == "Allow" && statement.Actions.Any(action => action.Contains('*')));

        Assert.Equal(["key"], statements.Select(WildcardReasons.Key));
    }

    [Fact]
    public async Task Every_role_has_policies_of_its_own_only()
    {
        var synthesized = await variants.DefaultAsync();
        Template[] templates = [synthesized.Account, synthesized.Data(), synthesized.Service()];
        var roles = templates.SelectMany(template => template.OfType("AWS::IAM::Role")).ToList();

        Assert.Equal(10, roles.Count);
        Assert.All(roles, role => Assert.False(role.Properties.ContainsKey("ManagedPolicyArns")));
        Assert.DoesNotContain(
            templates.SelectMany(template => template.Resources), resource => resource.Type is "AWS::IAM::Policy" or "AWS::IAM::ManagedPolicy");
        var functions = synthesized.Service().OfType("AWS::Lambda::Function").Select(function => (string)function["Role"]["Fn::GetAtt"]![0]!).ToList();
        Assert.Equal(functions.Count, functions.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task A_stage_reaches_nothing_of_another_stage_whose_name_begins_alike()
    {
        var reach = Policies.Statements("vts-dev", (await variants.DefaultAsync()).Service()).SelectMany(statement => statement.Resources);

        Assert.DoesNotContain(reach, resource => resource.Contains("vts-dev*") || resource.Contains("vts-dev-*") || resource.Contains("vts/dev*"));
    }

    private async Task<List<Statement>> StatementsAsync()
    {
        var synthesized = await variants.DefaultAsync();
        return
        [
            .. Policies.Statements("vts-dev", synthesized.Service()),
            .. Policies.Statements("vts-dev-data", synthesized.Data()),
            .. Policies.Statements("vts-account", synthesized.Account),
        ];
    }
}
