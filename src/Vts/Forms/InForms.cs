namespace Vts.Forms;

/// <summary>Marks an operation that answers in each of the forms.</summary>
public sealed record InForms;
