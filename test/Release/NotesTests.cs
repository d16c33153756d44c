namespace Vts.Release.Tests;

public sealed class NotesTests
{
    [Fact]
    public async Task The_notes_are_the_versions_part_of_the_changelog()
    {
        var (status, output) = await Script.RunAsync("release/notes.sh", "Unreleased");

        Assert.Equal(0, status);
        Assert.Contains("### Added", output);
        Assert.DoesNotContain("## Unreleased", output);
    }

    [Theory]
    [InlineData("Unrelease")]
    [InlineData("9.9.9")]
    [InlineData("")]
    public async Task A_version_that_the_changelog_does_not_tell_of_has_no_notes(string version)
    {
        var (status, output) = await Script.RunAsync("release/notes.sh", version);

        Assert.Equal(1, status);
        Assert.Contains("notes.sh", output);
    }
}
