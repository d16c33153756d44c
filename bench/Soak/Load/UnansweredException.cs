namespace Vts.Bench.Soak.Load;

/// <summary>A request got no answer, or only a part of one.</summary>
/// <param name="sent">Before it was sent; of the page that broke, where a list has several.</param>
/// <param name="failure">What happened.</param>
internal sealed class UnansweredException(TimeSpan sent, Exception failure) : Exception(failure.Message, failure)
{
    public TimeSpan Sent => sent;
}
