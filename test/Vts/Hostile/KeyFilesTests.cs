using CsCheck;
using Vts.Callers.Keys;
using Vts.Testing.Hostile;
using Vts.Tests.Callers.Keys;

namespace Vts.Tests.Hostile;

/// <summary>Whatever stands in the files of the keys, it is keys or a fault that says where.</summary>
public sealed class KeyFilesTests : IDisposable
{
    private readonly KeyFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Whatever_the_file_of_keys_holds_it_is_read_or_the_fault_names_the_file()
    {
        await _folder.WriteAsync(Sample.Record("a") with { Expires = Sample.Now, Fields = new() { Names = ["last4"] }, Cards = new() { Ids = ["vc_A681POqRINI7goyrCNPff7"] } }, Sample.Record("b", "bob"));
        var right = await File.ReadAllTextAsync(_folder.Path);

        await Gen.Int.SampleAsync(
            async seed =>
            {
                await File.WriteAllBytesAsync(_folder.Path, Mutated.Of(seed, right));
                try
                {
                    await _folder.Store.ReadAsync(null, default);
                }
                catch (KeyStoreException fault)
                {
                    Assert.Contains(_folder.Path, fault.Message);
                }
            },
            iter: 1500,
            threads: 1);
    }

    [Fact]
    public async Task Whatever_the_file_of_uses_holds_it_is_uses_or_none() => await Gen.Int.SampleAsync(
        async seed =>
        {
            await File.WriteAllBytesAsync(_folder.Path + ".used", Mutated.Of(seed, """{"key_0123456789ABCDEF":"2026-03-14T12:00:00Z","key_2":"2026-03-14T12:00:00Z"}"""));
            await _folder.Store.ReadUsesAsync(default);
        },
        iter: 500,
        threads: 1);
}
