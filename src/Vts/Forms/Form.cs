namespace Vts.Forms;

/// <summary>The forms an answer can have.</summary>
public enum Form
{
    /// <summary>One JSON array, or one object.</summary>
    Json,

    /// <summary>A JSON object a line, and a last line that counts them.</summary>
    NdJson,

    /// <summary>RFC 4180: a header, a record a row, and a last record that counts them.</summary>
    Csv,
}
