using System.Globalization;
using System.Text;
using Vts.Api.Tests.Faces;

namespace Vts.Api.Tests.Hostile;

/// <summary>An answer as its bytes say it.</summary>
/// <param name="Status">Its status.</param>
/// <param name="Headers">Its header fields; the face's own names are the contract's again.</param>
/// <param name="Body">Its body, without the marks of chunks.</param>
/// <param name="IsWhole">Whether the body is as long as it said.</param>
internal sealed record WireAnswer(int Status, IReadOnlyList<(string Name, string Value)> Headers, byte[] Body, bool IsWhole)
{
    private static readonly byte[] Blank = "\r\n\r\n"u8.ToArray();

    public string Text => Encoding.UTF8.GetString(Body);

    /// <summary>The field's value; null if it is not there.</summary>
    public string? this[string name] => Headers.FirstOrDefault(header => header.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>The first answer in these bytes; null if there is none.</summary>
    /// <param name="bytes">What was read.</param>
    /// <param name="isHead">Whether it answers a HEAD, and so has no body.</param>
    public static WireAnswer? Read(ReadOnlySpan<byte> bytes, bool isHead)
    {
        var end = bytes.IndexOf(Blank);
        if (end < 0)
        {
            return null;
        }

        var lines = Encoding.Latin1.GetString(bytes[..end]).Split("\r\n");
        var headers = lines.Skip(1).Select(Header).ToList();
        var status = int.Parse(lines[0].AsSpan("HTTP/1.1 ".Length, 3), CultureInfo.InvariantCulture);
        var rest = bytes[(end + Blank.Length)..];
        var answer = new WireAnswer(status, headers, rest.ToArray(), IsWhole: true);
        return isHead || status is 204 or 304 ? answer
            : answer["Transfer-Encoding"] == "chunked" ? Unchunk(answer, rest)
            : answer["Content-Length"] is { } length ? answer with { IsWhole = int.Parse(length, CultureInfo.InvariantCulture) == rest.Length }
            : answer;
    }

    public override string ToString() => $"{Status}\n{string.Join('\n', Headers.Select(header => $"{header.Name}: {header.Value}"))}\n\n{(Text.Length > 600 ? Text[..600] + "…" : Text)}";

    private static (string Name, string Value) Header(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        return (Face.Current.RenamedHeaders.GetValueOrDefault(line[..colon], line[..colon]), line[(colon + 1)..].Trim());
    }

    private static WireAnswer Unchunk(WireAnswer answer, ReadOnlySpan<byte> chunks)
    {
        using var body = new MemoryStream();
        while (chunks.IndexOf("\r\n"u8) is > 0 and var end && int.Parse(Encoding.ASCII.GetString(chunks[..end]), NumberStyles.HexNumber, CultureInfo.InvariantCulture) is var length)
        {
            var data = chunks[(end + 2)..];
            if (length == 0)
            {
                return answer with { Body = body.ToArray() };
            }

            if (data.Length < length + 2)
            {
                break;
            }

            body.Write(data[..length]);
            chunks = data[(length + 2)..];
        }

        return answer with { Body = body.ToArray(), IsWhole = false };
    }
}
