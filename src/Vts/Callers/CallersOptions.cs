namespace Vts.Callers;

/// <summary>All known tokens. Configuration section <c>Callers</c>, a list.</summary>
public sealed class CallersOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Callers";

    /// <summary>The known tokens, each with its caller.</summary>
    public IList<CallerOptions> Known { get; } = [];
}
