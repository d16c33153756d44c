using Extend.Simulator.Control;

namespace Extend.Simulator.Faults;

/// <summary>A fault as <c>/sim/faults</c> knows it.</summary>
/// <param name="Name">Its <c>kind</c>.</param>
/// <param name="Meaning">What it does, for people.</param>
/// <param name="Parameters">Members it reads beside those that every fault has.</param>
/// <param name="Create">Makes it from those members.</param>
internal sealed record FaultKind(string Name, string Meaning, string[] Parameters, Func<PostedMembers, Fault> Create)
{
    /// <summary>Every kind there is.</summary>
    public static IReadOnlyList<FaultKind> All { get; } =
    [
        Kinds.Latency.Kind,
        Kinds.ServerError.Kind,
        Kinds.Unauthorized.Kind,
        Kinds.Refusal.Kind,
        Kinds.HtmlPage.Kind,
        Kinds.Challenge.Kind,
        Kinds.Redirect.Kind,
        Kinds.ErrorIn200.Kind,
        Kinds.CutBody.Kind,
        Kinds.DropConnection.Kind,
        Kinds.HugeBody.Kind,
        Kinds.WrongContentType.Kind,
        Kinds.UnknownEnum.Kind,
        Kinds.ExtraMembers.Kind,
        Kinds.PlantedMember.Kind,
        Kinds.MissingMember.Kind,
        Kinds.RepeatedMember.Kind,
        Kinds.BrokenText.Kind,
        Kinds.CutJson.Kind,
        Kinds.EmptyBody.Kind,
        Kinds.EndlessBody.Kind,
        Kinds.CompressedBody.Kind,
        Kinds.SlowBody.Kind,
        Kinds.WrongTotals.Kind,
        Kinds.EndlessPages.Kind,
        Kinds.ReversedLists.Kind,
        Kinds.RepeatedItems.Kind,
        Kinds.Header.Kind,
        Kinds.RawAnswer.Kind,
    ];
}
