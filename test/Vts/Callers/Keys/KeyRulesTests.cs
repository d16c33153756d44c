using Vts.Callers.Keys;

namespace Vts.Tests.Callers.Keys;

public sealed class KeyRulesTests
{
    private static KeyRecord Right { get; } = Sample.Record("k");

    [Fact]
    public void What_is_right_has_no_fault() => Assert.Empty(KeyRules.Faults(
        [Right, Sample.Record("l") with { Name = new string('x', 64), NotBefore = Sample.Now, Expires = Sample.Now.AddTicks(1) }]));

    [Theory]
    [InlineData("key_")]
    [InlineData("key_0123456789abcde")]
    [InlineData("key_0123456789abcdefg")]
    [InlineData("kez_0123456789abcdef")]
    [InlineData("key_0123456789abcde-")]
    [InlineData("key_0123456789abcdé1")]
    public void An_id_is_told_as_it_must_be(string id) =>
        Assert.Equal(["id must be key_ and 16 letters and digits"], KeyRules.Faults(Right with { Id = id }));

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdeg")]
    public void A_hash_is_64_hexadecimal_digits(string hash) => Assert.Equal(["sha256 must be 64 hexadecimal digits"], KeyRules.Faults(Right with { Sha256 = hash }));

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void A_key_ends_after_it_begins(int hours) => Assert.Equal(
        ["expires must be later than notBefore"], KeyRules.Faults(Right with { NotBefore = Sample.Now, Expires = Sample.Now.AddHours(hours) }));

    [Fact]
    public void What_two_keys_must_not_share_is_told_with_both_their_places()
    {
        var other = Sample.Record("l");

        Assert.Equal(["keys[0] and keys[2] have the same id"], KeyRules.Faults([Right, other, Sample.Record("m") with { Id = Right.Id }]));
        Assert.Equal(
            ["keys[0] and keys[2] have the same sha256"], KeyRules.Faults([Right, other, Sample.Record("m") with { Sha256 = Right.Sha256.ToUpperInvariant() }]));
        Assert.Equal(["keys[1] is null"], KeyRules.Faults([Right, null!]));
    }

    [Fact]
    public void Each_fault_is_told_with_its_keys_place() =>
        Assert.Equal(
            ["keys[1]: name must be 1 to 64 visible characters, with spaces only between them"],
            KeyRules.Faults([Right, Sample.Record("l") with { Name = new string('x', 65) }]));
}
