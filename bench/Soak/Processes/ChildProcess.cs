using System.Diagnostics;

namespace Vts.Bench.Soak.Processes;

/// <summary>A program that this run started, and ends.</summary>
internal sealed class ChildProcess : IAsyncDisposable
{
    private const int KeptLines = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly Queue<string> _last = new();
    private readonly TaskCompletionSource<string> _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private string? _announcement;

    public ChildProcess(string program, IEnumerable<string> arguments, IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Take(line.Data);
        _process.ErrorDataReceived += (_, line) => Take(line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        Name = Path.GetFileName(program);
    }

    public string Name { get; }

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>The last lines it wrote.</summary>
    public string Last
    {
        get
        {
            lock (_last)
            {
                return string.Join('\n', _last);
            }
        }
    }

    /// <summary>What follows this text in the first line that has it.</summary>
    /// <exception cref="BenchException">It ended before that, or said nothing of it.</exception>
    public async Task<string> LineAsync(string announcement)
    {
        lock (_last)
        {
            _announcement = announcement;
            foreach (var line in _last)
            {
                Match(line);
            }
        }

        var exited = _process.WaitForExitAsync();
        if (await Task.WhenAny(_announced.Task, exited).WaitAsync(Patience) == exited)
        {
            throw new BenchException($"{Name} ended at once:\n{Last}");
        }

        return await _announced.Task;
    }

    /// <summary>Ends it at once, as a crash would; returns when it is gone.</summary>
    public async Task KillAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        await _process.WaitForExitAsync();
    }

    /// <summary>Asks it to end, as an operator would; its exit code.</summary>
    /// <exception cref="BenchException">It did not end in time.</exception>
    public async Task<int> TerminateAsync(TimeSpan patience)
    {
        using (var kill = Process.Start("kill", ["-TERM", $"{Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        try
        {
            await _process.WaitForExitAsync().WaitAsync(patience);
            return _process.ExitCode;
        }
        catch (TimeoutException fault)
        {
            throw new BenchException($"{Name} did not end within {patience.TotalSeconds:0} s of SIGTERM ({fault.Message})");
        }
    }

    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        _process.Dispose();
    }

    private void Take(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_last)
        {
            _last.Enqueue(line);
            Match(line);
            if (_last.Count > KeptLines)
            {
                _last.Dequeue();
            }
        }
    }

    private void Match(string line)
    {
        if (_announcement is { } text && line.IndexOf(text, StringComparison.Ordinal) is >= 0 and var at)
        {
            _announced.TrySetResult(line[(at + text.Length)..]);
        }
    }
}
