using System.Diagnostics;
using System.Text;

namespace Vts.Api.Tests.Faces;

/// <summary>A published server as a process of its own.</summary>
internal sealed class BinaryFace(string binary) : IFace
{
    public async Task<IService> StartAsync(IReadOnlyDictionary<string, string> settings)
    {
        var start = new ProcessStartInfo(binary, ["--urls", "http://127.0.0.1:0"])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var service = new Service(Process.Start(start)!);
        await service.Started;
        return service;
    }

    private sealed class Service : IService
    {
        private const string Listens = " listens on ";
        private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private readonly StringBuilder _log = new();
        private readonly Process _process;

        public Service(Process process)
        {
            _process = process;
            process.OutputDataReceived += (_, line) => Take(line.Data);
            process.ErrorDataReceived += (_, line) => Take(line.Data);
            process.EnableRaisingEvents = true;
            process.Exited += (_, _) => _address.TrySetException(new InvalidOperationException($"The server ended: {Log}"));
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
        }

        public Task Started => _address.Task;

        public Uri Address => _address.Task.Result;

        public string Log
        {
            get
            {
                lock (_log)
                {
                    return _log.ToString();
                }
            }
        }

        public async ValueTask DisposeAsync()
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        private void Take(string? line)
        {
            lock (_log)
            {
                _log.Append(line).Append('\n');
            }

            if (line?.IndexOf(Listens, StringComparison.Ordinal) is > 0 and var at)
            {
                _address.TrySetResult(new Uri(line[(at + Listens.Length)..].Split(',')[0]));
            }
        }
    }
}
