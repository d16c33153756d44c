using CsCheck;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Vts.Callers;
using Vts.Callers.Rules;
using Vts.Queries;

namespace Vts.Tests.Queries;

public sealed class CursorsTests
{
    private const string Operation = "listTransactions";
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_=+/ \n";

    private static readonly Gen<CursorPosition> Positions = Gen.Select(
        Gen.String[0, 40].Where(id => !id.Any(char.IsSurrogate)), Gen.DateTimeOffset, Gen.Long, Gen.String[0, Cursors.LongestText], Gen.Int[0, 7],
        (id, moment, number, text, which) => new CursorPosition(id)
        {
            Moment = (which & 1) == 0 ? null : moment,
            Number = (which & 2) == 0 ? null : number,
            Text = (which & 4) == 0 ? null : text,
        });

    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 1, 12, 0, 0, TimeSpan.Zero));
    private readonly Cursors _cursors;

    public CursorsTests() => _cursors = With([]);

    private static CursorPosition Place { get; } = new("txn_1GXIHRCPThxAJRf4PPBNOQ") { Moment = new(2026, 2, 3, 4, 5, 6, 7, TimeSpan.Zero) };

    [Fact]
    public void A_cursor_leads_back_to_its_place() => Positions.Sample(position =>
    {
        var cursor = _cursors.Write(Operation, "b", position);
        Assert.Equal(position, _cursors.Read(Operation, "b", cursor));
        Assert.All(cursor, letter => Assert.True(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_'));
    });

    [Fact]
    public void A_cursor_tells_nothing_and_is_new_each_time()
    {
        var cursor = _cursors.Write(Operation, "b", Place);
        Assert.NotEqual(cursor, _cursors.Write(Operation, "b", Place));
        Assert.DoesNotContain(Place.Id, System.Text.Encoding.Latin1.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(cursor)));
    }

    [Fact]
    public void A_cursor_with_any_letter_changed_added_or_taken_away_is_refused()
    {
        var cursor = _cursors.Write(Operation, "b", Place);
        for (var i = 0; i < cursor.Length; i++)
        {
            foreach (var letter in Alphabet.Where(letter => letter != cursor[i]))
            {
                Refused(Operation, "b", $"{cursor[..i]}{letter}{cursor[(i + 1)..]}");
            }

            Refused(Operation, "b", cursor.Remove(i, 1));
        }

        foreach (var letter in Alphabet)
        {
            Refused(Operation, "b", cursor + letter);
            Refused(Operation, "b", letter + cursor);
        }
    }

    [Fact]
    public void A_text_that_is_no_cursor_is_refused() => Gen.OneOf(Gen.String, Gen.String[Gen.Char[Alphabet], 0, 200], Gen.String[Gen.Char["A"], 1_990, 9_000])
        .Sample(text => Refused(Operation, "b", text));

    [Fact]
    public void A_cursor_of_another_operation_caller_card_rule_or_filter_is_refused()
    {
        var ann = new Caller("ann", "main");
        var filter = new TransactionFilter { Merchant = "a" };
        var cursor = _cursors.Write(Operation, Cursors.Binding(ann, filter.Name), Place);

        Assert.Equal(Place, _cursors.Read(Operation, Cursors.Binding(ann, (filter with { Merchant = "A" }).Name), cursor));
        Refused("listCardTransactions", Cursors.Binding(ann, filter.Name), cursor);
        Refused(Operation, Cursors.Binding(ann with { Name = "bob" }, filter.Name), cursor);
        Refused(Operation, Cursors.Binding(ann with { Account = "other" }, filter.Name), cursor);
        Refused(Operation, Cursors.Binding(ann with { Cards = new CardRule { Statuses = ["ACTIVE"] } }, filter.Name), cursor);
        Refused(Operation, Cursors.Binding(ann, TransactionFilter.All.Name), cursor);
        Refused(Operation, Cursors.Binding(ann, filter.Name, ""), cursor);
        Refused(Operation, Cursors.Binding(new Caller("nn", "maina"), filter.Name), cursor);
    }

    [Fact]
    public void A_cursor_ends_after_a_day()
    {
        var cursor = _cursors.Write(Operation, "b", Place);
        _time.Advance(TimeSpan.FromHours(24));
        Assert.Equal(Place, _cursors.Read(Operation, "b", cursor));
        _time.Advance(TimeSpan.FromTicks(1));
        Refused(Operation, "b", cursor);
    }

    [Theory]
    [InlineData("Lists:CursorKey")]
    [InlineData("Sessions:EncryptionKey")]
    public void Processes_of_one_secret_read_each_others_cursors_and_no_others(string setting)
    {
        var (one, other) = (With(new() { [setting] = Secret(1) }), With(new() { [setting] = Secret(2) }));
        var cursor = one.Write(Operation, "b", Place);

        Assert.Equal(Place, With(new() { [setting] = Secret(1) }).Read(Operation, "b", cursor));
        Assert.Throws<InvalidQueryException>(() => other.Read(Operation, "b", cursor));
        Assert.Throws<InvalidQueryException>(() => With([]).Read(Operation, "b", cursor));
    }

    [Fact]
    public void The_lists_own_secret_counts_before_that_of_the_sessions()
    {
        var cursor = With(new() { ["Lists:CursorKey"] = Secret(1), ["Sessions:EncryptionKey"] = Secret(2) }).Write(Operation, "b", Place);

        Assert.Equal(Place, With(new() { ["Lists:CursorKey"] = Secret(1) }).Read(Operation, "b", cursor));
    }

    [Fact]
    public void Many_requests_at_once_do_not_disturb_each_other() => Parallel.For(0, 4, worker =>
    {
        for (var i = 0; i < 20_000; i++)
        {
            var place = Place with { Number = i * worker };
            Assert.Equal(place, _cursors.Read(Operation, "b", _cursors.Write(Operation, "b", place)));
        }
    });

    private static string Secret(byte seed) => Convert.ToBase64String(Enumerable.Repeat(seed, 32).ToArray());

    private Cursors With(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new(new CursorKey(Options.Create(new ListOptions { CursorKey = configuration["Lists:CursorKey"] }), configuration), _time);
    }

    private void Refused(string operation, string binding, string cursor)
    {
        var problem = Ask.Refusal(() => _cursors.Read(operation, binding, cursor));
        Assert.Equal((400, "invalid_cursor"), (problem.Status, problem.Code));
    }
}
