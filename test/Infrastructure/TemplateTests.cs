using Vts.Infrastructure.Tests.Synthesis;

namespace Vts.Infrastructure.Tests;

public sealed class TemplateTests(Variants variants)
{
    [Fact]
    public async Task The_service_is_the_committed_template() => Check("deploy/template.json", (await variants.DefaultAsync()).Service());

    [Fact]
    public async Task The_data_is_the_committed_template() => Check("deploy/template-data.json", (await variants.DefaultAsync()).Data());

    [Fact]
    public async Task The_accounts_part_is_the_committed_template() => Check("deploy/template-account.json", (await variants.DefaultAsync()).Account);

    private static void Check(string path, Template template) => Assert.Equal(Testing.Repository.Expected(path, template.Text), template.Text);
}
