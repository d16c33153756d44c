namespace Extend.Simulator.Transactions;

/// <summary>The shops that simulated cards are used in.</summary>
internal static class Merchants
{
    public static Merchant[] Domestic { get; } =
    [
        new("EXAMPLE BOOKS", "5942", "RETAIL", "BOOK STORES")
            { Address = "12 Sample Road", City = "Springfield", State = "IL", Zip = "62701" },
        new("EXAMPLE OUTDOOR  555-0100  WA", "5941", "RETAIL", "SPORTING GOODS STORES"),
        new("TEST CLOUD HOSTING", "7372", "BUSINESS", "COMPUTER PROGRAMMING SERVICES"),
        new("EXAMPLE FUEL", "5542", "AUTO", "AUTOMATED FUEL DISPENSERS") { OmitsStreet = true },
        new("SAMPLE AIR 0011234567890", "4511", "TRAVEL", "AIRLINES, AIR CARRIERS") { City = "Atlanta", State = "GA" },
        new("CAFÉ EXEMPLE", "5812", "DINING", "EATING PLACES, RESTAURANTS")
            { Address = "3 Rue d'Exemple", City = "New Orleans", State = "LA", Zip = "70116" },
        new("EXAMPLE TELECOM*AUTOPAY", "4814", "UTILITIES", "TELECOMMUNICATION SERVICES"),
        new("SAMPLE OFFICE SUPPLY #0417", "5943", "RETAIL", "STATIONERY, OFFICE AND SCHOOL SUPPLY STORES")
            { Address = "400 Sample Plaza", City = "Denver", State = "CO", Zip = "80202" },
    ];

    public static Merchant[] Euro { get; } =
    [
        new("BEISPIEL HOTEL BERLIN", "7011", "TRAVEL", "HOTELS, MOTELS, AND RESORTS") { City = "Berlin", Country = "DE" },
        new("LIBRAIRIE EXEMPLE", "5942", "RETAIL", "BOOK STORES") { City = "Paris", Zip = "75001", Country = "FR" },
    ];

    public static Merchant[] Yen { get; } =
    [
        new("EXAMPLE TAXI TOKYO", "4121", "TRAVEL", "TAXICABS AND LIMOUSINES") { City = "Tokyo", Country = "JP" },
    ];
}
