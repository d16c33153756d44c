using System.ComponentModel.DataAnnotations;
using Vts.Callers.Keys;

namespace Vts.Tests.Callers.Keys;

public sealed class KeysOptionsTests
{
    [Theory]
    [InlineData(KeyStoreKind.None, null)]
    [InlineData(KeyStoreKind.None, " ")]
    [InlineData(KeyStoreKind.DynamoDb, null)]
    [InlineData(KeyStoreKind.DynamoDb, "")]
    [InlineData(KeyStoreKind.File, "keys.json")]
    public void What_fits_together_has_no_fault(KeyStoreKind store, string? file) => Assert.Empty(Faults(store, file));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void A_store_in_a_file_needs_the_file(string? file) =>
        Assert.Equal(
            ("File", "is missing: name the file that keeps the API keys, as /var/lib/vts/keys.json"),
            Assert.Single(Faults(KeyStoreKind.File, file)));

    [Theory]
    [InlineData(KeyStoreKind.None)]
    [InlineData(KeyStoreKind.DynamoDb)]
    public void A_file_without_a_store_in_it_is_a_fault(KeyStoreKind store) =>
        Assert.Equal(
            ("Store", $"is {store}, but Callers:Keys:File is set: set Callers:Keys:Store=File, or leave the file out"),
            Assert.Single(Faults(store, "keys.json")));

    private static IEnumerable<(string Member, string Message)> Faults(KeyStoreKind store, string? file)
    {
        var options = new KeysOptions { Store = store, File = file };
        return options.Validate(new ValidationContext(options)).Select(fault => (fault.MemberNames.Single(), fault.ErrorMessage!));
    }
}
