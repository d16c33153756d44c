using Microsoft.OpenApi;
using Microsoft.OpenApi.Reader;
using Vts.Testing;

namespace Vts.Api.Tests.Hostile;

/// <summary>The committed contract, which the fuzzer goes by.</summary>
internal static class Contract
{
    /// <summary>Its operations, in its order.</summary>
    public static IReadOnlyList<ContractOperation> Operations { get; } = Read();

    /// <summary>The operation of this path; null where it has none. <c>/cards/active</c> is a path of its own and no card.</summary>
    public static ContractOperation? Of(string path) => Operations.FirstOrDefault(operation => operation.Path == path) ?? Operations.FirstOrDefault(operation => operation.Matches(path));

    private static List<ContractOperation> Read()
    {
        var settings = new OpenApiReaderSettings();
        settings.AddYamlReader();
        var read = OpenApiDocument.Parse(Repository.Read("swagger.yaml"), "yaml", settings);
        Assert.Empty(read.Diagnostic!.Errors);
        return [.. read.Document!.Paths.Select(path => new ContractOperation(path.Key, path.Value.Operations![HttpMethod.Get]))];
    }
}
