using Vts.Infrastructure.Configuration;
using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed class SettingsTests(Variants variants)
{
    [Fact]
    public void Nothing_need_be_chosen()
    {
        var (settings, faults) = Read();

        Assert.Empty(faults);
        Assert.Equal("vts-dev", settings.Name);
        Assert.Equal("../artifacts/functions/arm64", settings.FunctionsFolder);
        Assert.True(settings.TrustsOwnRoots);
        Assert.Null(settings.AlarmEmail);
        Assert.Null(settings.ParametersVersion);
        Assert.Equal("docs/aws.md", settings.Runbook);
    }

    [Theory]
    [InlineData("stage", "Prod", "Context 'stage' is 'Prod', but must be 1 to 20 characters: a lower case letter, then lower case letters, digits and hyphens.")]
    [InlineData("stage", "twenty-one-characters", "Context 'stage' is 'twenty-one-characters', but must be")]
    [InlineData("stage", "prod\n", "Context 'stage' is 'prod\n', but must be")]
    [InlineData("arch", "x86_64", "Context 'arch' is 'x86_64', but must be one of: arm64, x64.")]
    [InlineData("trustStore", "none", "Context 'trustStore' is 'none', but must be one of: bundled, system.")]
    [InlineData("requestsPerSecond", "0", "Context 'requestsPerSecond' is '0', but must be a whole number from 1 to 10000.")]
    [InlineData("requestsPerSecond", "1.5", "Context 'requestsPerSecond' is '1.5', but must be a whole number")]
    [InlineData("burst", "many", "Context 'burst' is 'many', but must be a whole number from 1 to 5000.")]
    [InlineData("logRetentionDays", "31", "Context 'logRetentionDays' is '31', but must be one of the days that CloudWatch offers: 1, 3, 5,")]
    [InlineData("alarmEmail", "ops", "Context 'alarmEmail' is 'ops', but must be an e-mail address.")]
    [InlineData("monthlyBudgetUsd", "-1", "Context 'monthlyBudgetUsd' is '-1', but must be a whole number from 0 to 1000000.")]
    [InlineData("budgetScope", "all", "Context 'budgetScope' is 'all', but must be one of: account, stage.")]
    [InlineData("runbook", "http://example.com", "Context 'runbook' is 'http://example.com', but must be a path or an https address without '#'.")]
    [InlineData("parametersVersion", "a b", "Context 'parametersVersion' is 'a b', but must be 1 to 64 letters")]
    [InlineData("serving", "GetCard:0", "Context 'serving' is 'GetCard:0', but must be NAME:VERSION, several by comma.")]
    [InlineData("serving", "GetCard:7 ListCards:8", "Context 'serving' is 'GetCard:7 ListCards:8', but must be NAME:VERSION")]
    public void A_wrong_value_is_told_with_what_it_must_be(string name, string value, string fault)
    {
        var (_, faults) = Read((name, value));

        Assert.StartsWith(fault, Assert.Single(faults));
    }

    [Fact]
    public void Numbers_may_stand_in_a_file_of_context_as_numbers() => Assert.Equal(12, Read(("requestsPerSecond", 12.0)).Settings.RequestsPerSecond);

    [Fact]
    public async Task Nothing_is_synthesized_from_wrong_values_and_all_of_them_are_told_at_once()
    {
        var folder = variants.Folder("wrong");

        var run = await Synthesized.SynthAsync(folder, "stage=Prod", "arch=mips");

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("Context 'stage' is 'Prod'", run.Output);
        Assert.Contains("Context 'arch' is 'mips'", run.Output);
    }

    [Fact]
    public async Task Missing_functions_are_told_with_how_to_build_them()
    {
        var run = await Synthesized.SynthAsync(variants.Folder("unbuilt"));

        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("ListCards/bootstrap is missing. Build the functions with deploy/build.sh.", run.Output);
        Assert.DoesNotContain("   at ", run.Output);
    }

    private static (Settings Settings, IReadOnlyList<string> Faults) Read(params (string Name, object Value)[] context)
    {
        var reader = new ContextReader(name => context.FirstOrDefault(value => value.Name == name).Value);
        return (Settings.Read(reader), reader.Faults);
    }
}
