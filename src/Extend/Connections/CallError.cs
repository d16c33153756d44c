using System.Globalization;

namespace Extend.Connections;

/// <summary>What measurements and activities call the error of a call (<c>error.type</c>).</summary>
internal static class CallError
{
    /// <summary>The fault's name, or the status where Extend answered with an error; null for a success.</summary>
    public static string? TypeOf(int? status, ExtendFault? fault) =>
        fault?.ToString() ?? (status >= 400 ? status.Value.ToString(CultureInfo.InvariantCulture) : null);
}
