namespace Vts.Forms;

/// <summary>The form that a request's path names.</summary>
/// <param name="Form">The form.</param>
/// <param name="Path">The path with the form's suffix, as a URI has it.</param>
internal sealed record AskedForm(Form Form, string Path);
