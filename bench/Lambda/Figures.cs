namespace Vts.Bench.Lambda;

/// <summary>What was measured: a figure for each round, by measure and subject.</summary>
internal sealed class Figures
{
    private readonly Dictionary<(string Measure, string Subject), List<double>> _all = [];

    public void Add(string measure, string subject, double figure)
    {
        if (!_all.TryGetValue((measure, subject), out var figures))
        {
            _all[(measure, subject)] = figures = [];
        }

        figures.Add(figure);
    }

    public void Add(string measure, string subject, TimeSpan time) => Add(measure, subject, time.TotalMilliseconds);

    /// <summary>The figures in the order of the rounds.</summary>
    public IReadOnlyList<double> Of(string measure, string subject) => _all[(measure, subject)];

    /// <summary>One subject's figures to another's, each round with itself.</summary>
    public IReadOnlyList<double> Ratios(string measure, string subject, string to) =>
        [.. Of(measure, subject).Zip(Of(measure, to), (ours, theirs) => ours / theirs)];
}
