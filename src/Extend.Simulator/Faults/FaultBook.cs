using System.Collections.Immutable;

namespace Extend.Simulator.Faults;

/// <summary>The faults in force, in the order they were set.</summary>
internal sealed class FaultBook
{
    private ImmutableArray<FaultRule> _rules = [];

    public ImmutableArray<FaultRule> Rules => _rules;

    public void Add(FaultRule rule) =>
        ImmutableInterlocked.Update(ref _rules, static (rules, rule) => [.. rules.Where(old => old.Left != 0), rule], rule);

    public void Clear() => ImmutableInterlocked.InterlockedExchange(ref _rules, []);
}
