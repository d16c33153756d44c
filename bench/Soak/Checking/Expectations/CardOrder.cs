namespace Vts.Bench.Soak.Checking.Expectations;

/// <summary>How cards stand.</summary>
internal enum CardOrder
{
    Newest,
    Name,
}
