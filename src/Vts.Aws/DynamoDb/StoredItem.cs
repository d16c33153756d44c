using System.Globalization;
using Amazon.DynamoDBv2.Model;

namespace Vts.Aws.DynamoDb;

/// <summary>
/// One item of the table. Times are whole milliseconds since 1970 UTC, but for <c>expiresAt</c>, which DynamoDB wants in
/// seconds. An item of a later version (<c>v</c>) than this code knows counts as absent.
/// </summary>
internal sealed class StoredItem(Dictionary<string, AttributeValue> attributes)
{
    private const int CurrentVersion = 1;

    public Dictionary<string, AttributeValue> Attributes => attributes;

    public string Kind => Text(AccountTable.SortKey) ?? "";

    public bool IsReadable => Whole("v") == CurrentVersion;

    public static StoredItem New(string account, string kind) => new StoredItem(AccountTable.Key(account, kind)).With("v", Number(CurrentVersion));

    public static StoredItem In(string partition, string kind) => new StoredItem(AccountTable.KeyIn(partition, kind)).With("v", Number(CurrentVersion));

    public static AttributeValue Number(long value) => new() { N = value.ToString(CultureInfo.InvariantCulture) };

    public StoredItem With(string name, AttributeValue value)
    {
        attributes[name] = value;
        return this;
    }

    public StoredItem With(string name, string value) => With(name, new AttributeValue(value));

    public StoredItem With(string name, byte[] value) => With(name, new AttributeValue { B = new MemoryStream(value) });

    public StoredItem With(string name, DateTimeOffset time) => With(name, Number(time.ToUnixTimeMilliseconds()));

    public StoredItem ExpiringAt(DateTimeOffset time) => With(AccountTable.TimeToLive, Number(time.ToUnixTimeSeconds()));

    public string? Text(string name) => attributes.GetValueOrDefault(name)?.S;

    public byte[]? Bytes(string name) => attributes.GetValueOrDefault(name)?.B?.ToArray();

    public long? Whole(string name) =>
        long.TryParse(attributes.GetValueOrDefault(name)?.N, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;

    public DateTimeOffset? Time(string name) => UnixMilliseconds.Read(attributes.GetValueOrDefault(name)?.N);
}
