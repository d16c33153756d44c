namespace Vts.Server.Hosting;

/// <summary>Which web pages may read answers in a browser. Configuration section <c>Cors</c>.</summary>
internal sealed class CrossOriginOptions
{
    /// <summary>The configuration section these options are bound from.</summary>
    public const string Section = "Cors";

    /// <summary>Origins such as <c>https://dashboard.example</c>, or <c>*</c> for any. Empty: none.</summary>
    public IList<string> Origins { get; } = [];
}
