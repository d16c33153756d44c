namespace Vts.LocalGateway.Functions;

/// <summary>A function as the template describes it, with its published folder.</summary>
internal sealed record FunctionDefinition
{
    /// <summary>Its short name, as in <c>ListCards</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Its name in the account, as in <c>vts-dev-ListCards</c>.</summary>
    public required string FullName { get; init; }

    /// <summary>The alias by which it is called.</summary>
    public required string Alias { get; init; }

    /// <summary>The folder that stands for <c>/var/task</c>; it holds <c>bootstrap</c>.</summary>
    public required string Folder { get; init; }

    public required string Handler { get; init; }

    public required int MemoryMegabytes { get; init; }

    public required TimeSpan Timeout { get; init; }

    /// <summary>Its own environment variables, resolved.</summary>
    public required IReadOnlyDictionary<string, string> Environment { get; init; }

    public string Executable => Path.Combine(Folder, "bootstrap");

    public string Arn => $"arn:aws:lambda:{LocalAccount.Region}:{LocalAccount.Id}:function:{FullName}:{Alias}";
}
