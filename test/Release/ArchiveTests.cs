using System.Formats.Tar;
using System.IO.Compression;

namespace Vts.Release.Tests;

public sealed class ArchiveTests
{
    private const UnixFileMode Text = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Program = Text | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    public static TheoryData<string> Archives => Packed.Archives;

    [Theory]
    [MemberData(nameof(Archives))]
    public void An_archive_is_one_folder_of_its_own_name_with_the_programs_and_the_licence(string archive)
    {
        string[] programs = archive.StartsWith("vts-server-", StringComparison.Ordinal)
            ? ["vts-server"]
            : [.. Packed.Functions.Select(function => function + ".zip")];
        string[] expected = [.. programs.Concat(["LICENSE", "CHANGELOG.md"]).Select(name => $"{archive}/{name}").Append($"{archive}/").Order(StringComparer.Ordinal)];

        Assert.Equal(expected, Entries(archive).Select(entry => entry.Name));
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void An_archive_tells_no_owner_one_time_and_the_modes_of_programs_and_texts(string archive)
    {
        var entries = Entries(archive);

        Assert.Single(entries.Select(entry => entry.ModificationTime).Distinct());
        Assert.All(entries, entry =>
        {
            Assert.Equal((0, 0, "", ""), (entry.Uid, entry.Gid, entry.UserName, entry.GroupName));
            Assert.Equal(entry.EntryType is TarEntryType.Directory || entry.Name.EndsWith("/vts-server", StringComparison.Ordinal) ? Program : Text, entry.Mode);
        });
    }

    [Theory]
    [MemberData(nameof(Archives))]
    public void The_compressed_form_has_no_name_and_no_time(string archive)
    {
        var head = File.ReadAllBytes(Path.Combine(Packed.Folder, archive + ".tar.gz"))[..8];

        // RFC 1952: identification, deflate, no flags, no time.
        Assert.Equal([0x1f, 0x8b, 8, 0, 0, 0, 0, 0], head);
    }

    private static List<GnuTarEntry> Entries(string archive)
    {
        using var file = File.OpenRead(Path.Combine(Packed.Folder, archive + ".tar.gz"));
        using var reader = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var entries = new List<GnuTarEntry>();
        while (reader.GetNextEntry() is { } entry)
        {
            entries.Add((GnuTarEntry)entry);
        }

        return entries;
    }
}
