using Vts.Callers.Keys;

namespace Vts.Tests.Callers.Keys;

/// <summary>A folder of a test's own, with a key file in it.</summary>
internal sealed class KeyFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vts-keys");

    public string Path => System.IO.Path.Combine(_folder.FullName, "keys.json");

    public FileKeyStore Store => new(Path, TimeProvider.System);

    public string[] Files => [.. _folder.GetFiles().Select(file => file.Name).Order()];

    /// <summary>Puts these keys into the file.</summary>
    public async Task WriteAsync(params KeyRecord[] keys)
    {
        await Store.PrepareAsync(default);
        Assert.True(await Store.TryWriteAsync(keys, (await Store.ReadAsync(null, default))!.Version, default));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
