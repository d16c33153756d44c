using System.Text;
using Extend.Simulator.CreditCards;
using Extend.Simulator.Expenses;
using Extend.Simulator.Tenants;

namespace Extend.Simulator.Companies;

/// <summary>What all cards of a tenant share: people, funding cards, issuer. A pure function of the tenant's name and seed.</summary>
internal sealed class Company
{
    private static readonly DateTimeOffset Earliest = new(2019, 4, 2, 15, 4, 5, 123, TimeSpan.Zero);
    private static readonly DateTimeOffset Touched = new(2026, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private readonly int _tag;
    private readonly DateTimeOffset _founded;

    public Company(TenantOptions options)
    {
        Seed = Fingerprint(options.Name, options.Seed);
        _tag = (int)(Seed & 0x3FFF);

        // The tag is short; the time keeps the ids of companies apart where two tags are equal.
        _founded = Earliest.AddMilliseconds(Seed >> 34);
        Name = options.Name == "demo" ? "Example Company" : $"Example Company {options.Name}";
        Id = NewId("org", 0);
        Issuer = (NewId("iss", 1), "Example Bank");
        ImageId = NewId("im", 2);
        Administrator = Person(3, "Demo", "Cardholder", options.Email) with { OrganizationId = Id };
        Recipients =
        [
            Administrator,
            Person(4, "Demo", "Recipient", "recipient@example.com"),
            Person(5, "Muster", "Empfängerin", "empfaengerin@example.com"),
            Person(6, "Démo", "Destinataire", "destinataire@example.com"),
            Person(7, "Test", "O'Recipient", "o.recipient@example.com"),
            Person(8, "見本", "受取人", "uketorinin@example.com"),
        ];
        var source = new CreditCard(NewId("cc", 9), "Example corporate card", "ACTIVE", "1009");
        CreditCards =
        [
            new CreditCard(NewId("cc", 10), "Example budget", "ACTIVE", "1009") { Parent = source },
            new CreditCard(NewId("cc", 11), "Travel budget", "ACTIVE", "1009") { Parent = source },
            source,
            new CreditCard(NewId("cc", 12), "Old corporate card", "CLOSED", "0042"),
            new CreditCard(NewId("cc", 13), "Requested card", "PENDING", "2210"),
        ];
    }

    /// <summary>Feeds everything that is generated for this company.</summary>
    public ulong Seed { get; }

    public string Id { get; }

    public string Name { get; }

    public const string IssuerCode = "EXAMPLE";

    public (string Id, string Name) Issuer { get; }

    public string ImageId { get; }

    /// <summary>Owns the funding cards, signs in, and is whom the API key acts for.</summary>
    public User Administrator { get; }

    /// <summary>Everyone, the administrator first.</summary>
    public IReadOnlyList<User> Recipients { get; }

    public IReadOnlyList<CreditCard> CreditCards { get; }

    public ExpenseBook Expenses => field ??= new ExpenseBook(NewId);

    public string NewId(string prefix, DateTimeOffset createdAt, int card, int item = Place.None) =>
        ExtendId.Create(prefix, createdAt, new Place(_tag, card, item).Pack());

    /// <summary>Card and item number that an id of this company carries; null when it is not one of this company's.</summary>
    public Place? PlaceOf(string id) =>
        ExtendId.TryDecode(id, out _, out var packed) && Place.Unpack(packed) is var place && place.Tenant == _tag ? place : null;

    private string NewId(string prefix, int item) => NewId(prefix, _founded.AddDays(item), Place.None, item);

    private User Person(int item, string firstName, string lastName, string email) => new()
    {
        Id = NewId("u", item),
        FirstName = firstName,
        LastName = lastName,
        Email = email,
        CreatedAt = _founded.AddDays(item),
        UpdatedAt = Touched,
    };

    // FNV-1a: string.GetHashCode differs from process to process.
    private static ulong Fingerprint(string name, int seed)
    {
        var hash = 14695981039346656037UL ^ (uint)seed;
        foreach (var unit in Encoding.UTF8.GetBytes(name))
        {
            hash = unchecked((hash ^ unit) * 1099511628211UL);
        }

        return hash;
    }
}
