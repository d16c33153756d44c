using System.Text.Json;
using Vts.Bench.Replay.Asking;
using Vts.Bench.Replay.Redaction;
using Vts.Bench.Replay.Targets;

namespace Vts.Bench.Replay.Requests;

/// <summary>What <c>{card}</c>, <c>{recipient}</c> and <c>{creditCard}</c> stand for, and whom hashed ids are of.</summary>
internal sealed class StandIns
{
    private static readonly (string Name, string Member, string MadeUp)[] All =
    [
        ("{card}", "id", "vc_0000000000000000000000"), ("{recipient}", "recipientId", "u_0000000000000000000000"),
        ("{creditCard}", "creditCardId", "cc_0000000000000000000000"),
    ];

    private readonly Dictionary<string, string> _first = All.ToDictionary(each => each.Name, each => each.MadeUp, StringComparer.Ordinal);
    private readonly Dictionary<string, string> _hashed = new(StringComparer.Ordinal);
    private readonly IdHash? _hash;

    private StandIns(IdHash? hash) => _hash = hash;

    /// <summary>Asks for the cards; where it is not given any, ids that nobody has stand for all. Throws where nobody answers.</summary>
    public static async Task<StandIns> AskAsync(ITarget target, IdHash? hash, CancellationToken cancellationToken)
    {
        var standIns = new StandIns(hash);
        var asked = RequestLine.Parse("/cards?fields=id,recipientId,creditCardId");
        var answer = await target.AskAsync(asked, asked.Target, asked.Headers, cancellationToken);
        if (answer.Status == Answer.NoAnswer)
        {
            throw new ReplayException($"{target.Name} does not answer: {answer.Body}");
        }

        try
        {
            if (answer.Status == 200)
            {
                standIns.Take(answer.Body);
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            throw new ReplayException($"{target.Name} answers /cards with something that is no list.");
        }

        return standIns;
    }

    /// <summary>The text with what is meant in the place of what stands for it.</summary>
    public string Resolve(string text)
    {
        foreach (var (name, id) in _first)
        {
            text = text.Replace(name, id, StringComparison.Ordinal);
        }

        return _hash is null ? text : IdHash.Replace(text, id => _hashed.GetValueOrDefault(id, id));
    }

    private void Take(string body)
    {
        using var cards = JsonDocument.Parse(body);
        foreach (var card in cards.RootElement.EnumerateArray().Reverse().Where(card => card.ValueKind == JsonValueKind.Object))
        {
            foreach (var (name, member, _) in All)
            {
                if (card.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String)
                {
                    _first[name] = value.GetString()!;
                    _hashed[_hash?.Of(value.GetString()!) ?? ""] = value.GetString()!;
                }
            }
        }
    }
}
