namespace Extend.Throttle;

/// <summary>Whether Extend is ill: half of the last twenty calls failed so, within half a minute.</summary>
internal sealed class Health(TimeProvider time)
{
    private const int Calls = 20;
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly Queue<(TimeSpan At, bool IsIll)> _last = new(Calls + 1);
    private int _ill;

    public bool IsIll => _ill >= Calls / 2;

    public void Note(bool isIll)
    {
        var now = time.Elapsed;
        _last.Enqueue((now, isIll));
        _ill += isIll ? 1 : 0;
        while (_last.Count > Calls || _last.Peek().At < now - Memory)
        {
            _ill -= _last.Dequeue().IsIll ? 1 : 0;
        }
    }

    public void Forget()
    {
        _last.Clear();
        _ill = 0;
    }
}
