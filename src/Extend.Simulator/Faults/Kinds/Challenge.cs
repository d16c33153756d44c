namespace Extend.Simulator.Faults.Kinds;

/// <summary>The edge takes the client for a robot.</summary>
internal static class Challenge
{
    public static FaultKind Kind { get; } = new(
        "challenge", "answers 403 with a page that wants a browser", [],
        _ => new ReplacingFault(_ => HtmlPage.Page(
            StatusCodes.Status403Forbidden,
            "<!DOCTYPE html><html><head><title>Just a moment...</title></head><body>Enable JavaScript and cookies to continue</body></html>\n")));
}
