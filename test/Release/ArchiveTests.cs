using System.Formats.Tar;
using System.IO.Compression;

namespace Vts.Release.Tests;

public sealed class ArchiveTests
{
    private const UnixFileMode Text = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Program = Text | UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    private static readonly string[] Licences = ["Permission is hereby granted", "Apache License", "Redistribution and use in source and binary forms"];

    public static TheoryData<string> Archives => Packed.Archives;

    [Theory]
    [MemberData(nameof(Archives))]
    public void An_archive_is_one_folder_of_its_own_name_with_the_programs_the_licence_and_the_notices(string archive)
    {
        string[] programs = archive.StartsWith("vts-server-", StringComparison.Ordinal)
            ? ["vts-server"]
            : [.. Packed.Functions.Select(function => function + ".zip")];
        string[] expected = [.. programs.Concat(["LICENSE", "CHANGELOG.md", "THIRD-PARTY-NOTICES.txt"]).Select(name => $"{archive}/{name}").Append($"{archive}/").Order(StringComparer.Ordinal)];

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

    [Theory]
    [MemberData(nameof(Archives))]
    public void The_notices_name_each_package_of_the_bill_and_hold_the_licence_of_each(string archive)
    {
        using var text = new StreamReader(Entries(archive).Single(entry => entry.Name.EndsWith("/THIRD-PARTY-NOTICES.txt", StringComparison.Ordinal)).DataStream!);
        var parts = text.ReadToEnd().Split(new string('-', 80) + '\n');
        var components = new BillOfMaterials(archive).Components.Select(component => (Name: (string)component["name"]!, Version: (string)component["version"]!));

        Assert.All(components, component =>
        {
            Assert.Contains($"\n{component.Name} {component.Version}\n  ", parts[0]);
            Assert.Contains(Enumerable.Range(1, parts.Length - 2), i =>
                parts[i].TrimEnd().Split(", ").Contains(component.Name) && Licences.Any(words => parts[i + 1].Contains(words, StringComparison.Ordinal)));
        });
    }

    private static List<GnuTarEntry> Entries(string archive)
    {
        using var file = File.OpenRead(Path.Combine(Packed.Folder, archive + ".tar.gz"));
        using var reader = new TarReader(new GZipStream(file, CompressionMode.Decompress));
        var entries = new List<GnuTarEntry>();
        while (reader.GetNextEntry(copyData: true) is { } entry)
        {
            entries.Add((GnuTarEntry)entry);
        }

        return entries;
    }
}
