using System.Text;
using Vts.Audit;
using Vts.Server.Audit;

namespace Vts.Server.Tests;

public sealed class AuditFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vts-audit");
    private readonly string _path;

    public AuditFileTests() => _path = Path.Combine(_folder.FullName, "audit.jsonl");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_full_file_is_followed_by_a_new_one_and_the_oldest_goes()
    {
        using (var file = Open(maxBytes: 100, files: 3))
        {
            foreach (var i in Enumerable.Range(0, 100))
            {
                file.Write(Encoding.UTF8.GetBytes($"{i:d9}"));
            }
        }

        var kept = AuditFileNames.Existing(_path);
        Assert.Equal(["audit.jsonl.2", "audit.jsonl.1", "audit.jsonl"], kept.Select(name => Path.GetFileName(name)));
        Assert.All(kept, name => Assert.InRange(new FileInfo(name).Length, 1, 100));
        Assert.Equal(Enumerable.Range(70, 30), kept.SelectMany(File.ReadAllLines).Select(int.Parse));
    }

    [Fact]
    public void One_file_alone_begins_anew_when_it_is_full()
    {
        using (var file = Open(maxBytes: 20, files: 1))
        {
            file.Write("123456789"u8);
            file.Write("223456789"u8);
            file.Write("323456789"u8);
        }

        Assert.Equal(["323456789"], File.ReadAllLines(Assert.Single(AuditFileNames.Existing(_path))));
    }

    [Fact]
    public void A_line_longer_than_a_file_is_kept_whole()
    {
        using var file = Open(maxBytes: 10, files: 2);
        file.Write(Encoding.UTF8.GetBytes(new string('x', 50)));

        Assert.Equal(51, new FileInfo(_path).Length);
    }

    [Fact]
    public void What_is_there_stays_and_half_a_line_of_a_process_that_died_spoils_no_other()
    {
        File.WriteAllText(_path, "whole\nhal");
        using (var file = Open())
        {
            file.Write("next"u8);
        }

        Assert.Equal(["whole", "hal", "next"], File.ReadAllLines(_path));
    }

    [Fact]
    public void Many_writers_never_mix_their_lines()
    {
        using (var file = Open(maxBytes: 20_000, files: 100))
        {
            Parallel.For(0, 8, writer =>
            {
                foreach (var _ in Enumerable.Range(0, 500))
                {
                    file.Write(Encoding.UTF8.GetBytes(new string((char)('a' + writer), 40)));
                }
            });
        }

        var lines = AuditFileNames.Existing(_path).SelectMany(File.ReadAllLines).ToList();
        Assert.Equal(4000, lines.Count);
        Assert.All(lines, line => Assert.Equal(new string(line[0], 40), line));
    }

    [Fact]
    public void Only_the_servers_user_may_read_it_also_where_it_was_there_before()
    {
        File.WriteAllText(_path, "");
        using var file = Open();

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_path) is (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Fact]
    public void A_query_finds_a_callers_events_since_a_moment_over_all_files_oldest_first()
    {
        var start = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        using (var file = Open(maxBytes: 300, files: 50))
        {
            foreach (var i in Enumerable.Range(0, 40))
            {
                file.Write(AuditJson.Write(new AuditEvent(start.AddMinutes(i), $"{i}", "127.0.0.1", 200) { Caller = i % 2 is 0 ? "even" : "odd", Cards = i is 12 ? ["vc_1"] : null }).Span);
            }

            file.Write("no event"u8);
        }

        Assert.Equal(Enumerable.Range(5, 15).Select(i => $"{2 * i}"), Found(new AuditQuery(start.AddMinutes(10), "even", null)));
        Assert.Equal(["12"], Found(new AuditQuery(null, null, "vc_1")));
        Assert.Equal(40, Found(default).Count());
    }

    [Fact]
    public void Files_beyond_a_gap_and_those_rotated_while_they_are_read_are_not_missed()
    {
        var start = new DateTimeOffset(2026, 11, 24, 8, 0, 0, TimeSpan.Zero);
        string Line(int i) => Encoding.UTF8.GetString(AuditJson.Write(new AuditEvent(start.AddMinutes(i), $"{i}", "127.0.0.1", 200)).Span) + "\n";
        File.WriteAllText(_path + ".3", Line(1));
        File.WriteAllText(_path + ".1", Line(2));
        File.WriteAllText(_path, Line(3));
        File.WriteAllText(_path + ".gz", "not a rotated file");

        using var found = Found(default).GetEnumerator();
        Assert.True(found.MoveNext());
        File.Move(_path + ".1", _path + ".2");
        File.Move(_path, _path + ".1");
        File.WriteAllText(_path, Line(4));
        List<string> rest = [];
        while (found.MoveNext())
        {
            rest.Add(found.Current);
        }

        Assert.Equal(["2", "3"], rest);
    }

    [Theory]
    [InlineData("30m", "2026-11-24T11:30:00Z")]
    [InlineData("12h", "2026-11-24T00:00:00Z")]
    [InlineData("1d", "2026-11-23T12:00:00Z")]
    [InlineData("2w", "2026-11-10T12:00:00Z")]
    [InlineData("2026-11-24T08:00:00Z", "2026-11-24T08:00:00Z")]
    [InlineData("2026-11-24T08:00:00+02:00", "2026-11-24T06:00:00Z")]
    [InlineData("2026-11-24", "2026-11-24T00:00:00Z")]
    [InlineData("d", null)]
    [InlineData("-1d", null)]
    [InlineData("1y", null)]
    [InlineData("yesterday", null)]
    [InlineData("", null)]
    public void A_moment_is_how_long_ago_or_when(string text, string? moment) => Assert.Equal(
        moment is null ? null : DateTimeOffset.Parse(moment), SinceText.Read(text, new DateTimeOffset(2026, 11, 24, 12, 0, 0, TimeSpan.Zero)));

    private AuditFile Open(long maxBytes = 1_000_000, int files = 10) => new(new AuditOptions { File = _path, MaxBytes = maxBytes, Files = files });

    private IEnumerable<string> Found(AuditQuery query) => query.Read(_path).Select(found => found.Event.RequestId);
}
