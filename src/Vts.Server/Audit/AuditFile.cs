using System.Buffers;

namespace Vts.Server.Audit;

/// <summary>
/// The record as files of lines that only this process's user may read. A line is with the operating system when it is written, so
/// that a process that dies loses none.
/// </summary>
internal sealed class AuditFile : IDisposable
{
    private const byte LineEnd = (byte)'\n';

    private readonly Lock _gate = new();
    private readonly ArrayBufferWriter<byte> _line = new();
    private readonly AuditOptions _options;
    private readonly string _path;
    private FileStream? _current;
    private long _length;

    /// <summary>Opens the file, or makes it.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public AuditFile(AuditOptions options)
    {
        _options = options;
        _path = Path.GetFullPath(options.File!);
        try
        {
            Open();
        }
        catch (UnauthorizedAccessException fault)
        {
            throw new IOException($"Audit:File cannot be written: {fault.Message}", fault);
        }
    }

    /// <summary>Adds a line, in a new file if this one is full.</summary>
    /// <param name="line">The line in UTF-8, without its end.</param>
    public void Write(ReadOnlySpan<byte> line)
    {
        lock (_gate)
        {
            if (_current is not null && _length > 0 && _length + line.Length + 1 > _options.MaxBytes)
            {
                Rotate();
            }

            // In one piece, so that a process that dies leaves a whole line or none.
            _line.ResetWrittenCount();
            _line.Write(line);
            _line.Write([LineEnd]);
            var current = _current ?? Open();
            current.Write(_line.WrittenSpan);
            _length += _line.WrittenCount;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _current?.Dispose();
            _current = null;
        }
    }

    private FileStream Open()
    {
        var options = new FileStreamOptions
        {
            Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0,
        };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var file = new FileStream(_path, options);
        if (!OperatingSystem.IsWindows())
        {
            // One that was there already may have been open to others.
            File.SetUnixFileMode(file.SafeFileHandle, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        _length = file.Length;
        if (_length > 0)
        {
            // A process that died may have left half a line.
            file.Seek(-1, SeekOrigin.End);
            if (file.ReadByte() is not LineEnd)
            {
                file.WriteByte(LineEnd);
                _length++;
            }
        }

        return _current = file;
    }

    private void Rotate()
    {
        _current?.Dispose();
        _current = null;
        File.Delete(AuditFileNames.Of(_path, _options.Files - 1));
        for (var age = _options.Files - 2; age >= 0; age--)
        {
            if (File.Exists(AuditFileNames.Of(_path, age)))
            {
                File.Move(AuditFileNames.Of(_path, age), AuditFileNames.Of(_path, age + 1));
            }
        }
    }
}
