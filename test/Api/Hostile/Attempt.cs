using System.Text;

namespace Vts.Api.Tests.Hostile;

/// <summary>One request of the fuzzer, and what must become of it. Its texts hold a byte in each character.</summary>
/// <param name="seed">Makes the same request again.</param>
/// <param name="operation">The operation it set out from.</param>
internal sealed class Attempt(int seed, ContractOperation operation)
{
    /// <summary>Stands in what the fuzzer makes up, where there is room; no refusal may repeat it.</summary>
    public const string Canary = "zq7canary";

    public int Seed => seed;

    public ContractOperation Operation => operation;

    /// <summary>What is odd about it.</summary>
    public string What { get; set; } = "valid";

    public string Method { get; set; } = "GET";

    /// <summary>As it is written, with its escapes.</summary>
    public string Path { get; set; } = operation.Path;

    /// <summary>As <c>name=value</c>, with their escapes.</summary>
    public List<string> Query { get; } = [];

    public List<(string Name, string Value)> Headers { get; } = [];

    public byte[] Body { get; set; } = [];

    /// <summary>The statuses one of which is due; none where any clear answer will do.</summary>
    public int[] Expected { get; set; } = [200];

    /// <summary>Whether it is HTTP at all. What is not, the web server may refuse without a problem.</summary>
    public bool IsWellFormed { get; set; } = true;

    public bool IsValid => What == "valid";

    /// <summary>The media type that a 200 must have.</summary>
    public string Form { get; set; } = operation.Forms[0];

    public string Target => Query.Count == 0 ? Path : $"{Path}?{string.Join('&', Query)}";

    public byte[] Bytes => [.. Encoding.Latin1.GetBytes(Head), .. Body];

    /// <summary>Takes a parameter out of the query, however often it is there.</summary>
    public void Remove(string parameter) => Query.RemoveAll(part => part == parameter || part.StartsWith(parameter + "=", StringComparison.Ordinal));

    /// <summary>Puts one value in the place of all that a header field has.</summary>
    public void Set(string header, string value)
    {
        Headers.RemoveAll(present => present.Name.Equals(header, StringComparison.OrdinalIgnoreCase));
        Headers.Add((header, value));
    }

    public override string ToString() => $"seed {Seed} ({What}):\n{(Head.Length > 1500 ? $"{Head[..1500]}… ({Head.Length} bytes)" : Head)}";

    private string Head => $"{Method} {Target} HTTP/1.1\r\n{string.Concat(Headers.Select(header => $"{header.Name}: {header.Value}\r\n"))}\r\n";
}
