using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

/// <summary>The checks that <c>deploy/checks</c> makes of every template.</summary>
public sealed class RuleTests(Variants variants)
{
    [Fact]
    public async Task Cdk_nag_finds_nothing_that_is_not_accepted_with_a_reason_and_nothing_is_accepted_in_vain()
    {
        var (first, other) = (await variants.DefaultAsync(), await variants.OtherAsync());

        var run = await Run.OfAsync(
            "node", "checks/nag.mjs", "checks/accepted.json",
            first.TemplateFile("vts-account"), first.TemplateFile("vts-dev-data"), first.TemplateFile("vts-dev"),
            other.TemplateFile("vts-prod-2-data"), other.TemplateFile("vts-prod-2"));

        Assert.Equal("", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task Cdk_nag_speaks_up_where_nothing_is_accepted()
    {
        var none = Path.Combine(variants.Folder("rules"), "none.json");
        await File.WriteAllTextAsync(none, "[]");

        var run = await Run.OfAsync("node", "checks/nag.mjs", none, (await variants.DefaultAsync()).TemplateFile("vts-account"));

        Assert.Contains("AwsSolutions-IAM5[Resource::*]", run.Output);
        Assert.Equal(1, run.ExitCode);
    }

    [Fact]
    public async Task Each_property_is_one_that_cloudformation_knows()
    {
        var (first, other) = (await variants.DefaultAsync(), await variants.OtherAsync());

        var run = await Run.OfAsync(
            "node", "checks/schema.mjs",
            first.TemplateFile("vts-account"), first.TemplateFile("vts-dev-data"), first.TemplateFile("vts-dev"), other.TemplateFile("vts-prod-2"));

        Assert.EndsWith(" resources checked, 0 problems\n", run.Output);
        Assert.Equal(0, run.ExitCode);
    }

    [Fact]
    public async Task A_misspelt_property_is_found_however_deep()
    {
        var folder = variants.Folder("rules");
        var misspelt = Path.Combine(folder, "misspelt.template.json");
        var text = await File.ReadAllTextAsync((await variants.DefaultAsync()).TemplateFile("vts-dev"));
        await File.WriteAllTextAsync(misspelt, text.Replace("\"MaximumRetryAttempts\"", "\"MaximumRetries\"", StringComparison.Ordinal));

        var run = await Run.OfAsync("node", "checks/schema.mjs", misspelt);

        Assert.Contains("(AWS::Lambda::EventInvokeConfig).MaximumRetries is unknown", run.Output);
        Assert.Contains("(AWS::Events::Rule).Targets[0].RetryPolicy.MaximumRetries is unknown", run.Output);
        Assert.Equal(1, run.ExitCode);
    }
}
