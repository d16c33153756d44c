namespace Vts.Forms;

/// <summary>The media types of the forms.</summary>
internal static class MediaTypes
{
    /// <summary>As it stands in <c>Content-Type</c>.</summary>
    public static string MediaType(this Form form) => form switch
    {
        Form.Csv => "text/csv; charset=utf-8; header=present",
        Form.NdJson => "application/x-ndjson; charset=utf-8",
        _ => "application/json; charset=utf-8",
    };
}
