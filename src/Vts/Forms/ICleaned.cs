namespace Vts.Forms;

/// <summary>A thing with text that was cleaned.</summary>
/// <typeparam name="T">The thing.</typeparam>
internal interface ICleaned<out T>
{
    /// <summary>The same thing with its text as Extend tells it, but for card numbers.</summary>
    T Raw { get; }
}
