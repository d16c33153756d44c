using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed class ChangeTests(Variants variants)
{
    [Fact]
    public async Task The_same_synthesized_twice_is_the_same()
    {
        var (first, second) = (await variants.DefaultAsync(), await variants.AgainAsync());

        Assert.Equal(first.Service().Raw, second.Service().Raw);
        Assert.Equal(first.Data().Raw, second.Data().Raw);
        Assert.Equal(first.Account.Raw, second.Account.Raw);
    }

    [Fact]
    public async Task A_changed_function_changes_its_code_and_its_version_and_nothing_else()
    {
        var (before, after) = ((await variants.DefaultAsync()).Service(), (await variants.ChangedAsync()).Service());

        var same = before.Resources.Select(Text).Intersect(after.Resources.Select(Text), StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var changed = before.Resources.Where(resource => !same.Contains(Text(resource))).ToList();

        Assert.Equal(before.Resources.Count(), after.Resources.Count());
        Assert.Equal(
            ["AWS::Lambda::Alias", "AWS::Lambda::Function", "AWS::Lambda::Version"], changed.Select(resource => resource.Type).Order(StringComparer.Ordinal));
        Assert.All(changed, resource => Assert.StartsWith("GetCard", resource.Id));
        Assert.Equal(before.Text, after.Text);
        Assert.Equal((await variants.DefaultAsync()).Data().Raw, (await variants.ChangedAsync()).Data().Raw);
    }

    private static string Text(Resource resource) => $"{resource.Id} {resource.Json.ToJsonString()}";
}
