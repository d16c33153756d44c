namespace Extend.Simulator.Expenses;

/// <summary>A company's expense categories.</summary>
internal sealed class ExpenseBook(Func<string, int, string> newId)
{
    public static readonly DateTimeOffset WrittenAt = new(2025, 2, 3, 16, 20, 0, 512, TimeSpan.Zero);

    public IReadOnlyList<ExpenseCategory> Categories { get; } =
    [
        new(newId("ec", 100), "Department", "DEPT", Required: true, Active: true,
        [
            new(newId("ecl", 110), "Operations", "OPS", Active: true),
            new(newId("ecl", 111), "Engineering", "ENG", Active: true),
            new(newId("ecl", 112), "Former department", "OLD", Active: false),
        ]),
        new(newId("ec", 101), "Project", "PROJ", Required: false, Active: true,
        [
            new(newId("ecl", 113), "Büro & Café", "CAFE", Active: true),
            new(newId("ecl", 114), "Relaunch", "RELAUNCH", Active: true),
        ]),
        new(newId("ec", 102), "Cost center", "CC", Required: false, Active: false,
        [
            new(newId("ecl", 115), "4711", "4711", Active: true),
        ]),
    ];

    /// <summary>A label by its number, from 0, and the category it belongs to.</summary>
    public (ExpenseCategory Category, ExpenseLabel Label) Label(int number) =>
        Categories.SelectMany(category => category.Labels, (category, label) => (category, label)).ElementAt(number);
}
