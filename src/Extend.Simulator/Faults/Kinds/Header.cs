using Extend.Simulator.Queries;

namespace Extend.Simulator.Faults.Kinds;

/// <summary>Sends a header that means trouble.</summary>
internal static class Header
{
    public static FaultKind Kind { get; } = new(
        "header", "sends x-rate-limit-remaining: 0, or another header, beside the right ones", ["name", "value"],
        parameters =>
        {
            var name = parameters.Text("name") ?? "x-rate-limit-remaining";
            var value = parameters.Text("value") ?? "0";
            if (name.Length == 0 || !name.All(static c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                throw Parameters.Bad("name", "must be the name of a header", name);
            }

            return value.ContainsAnyExceptInRange(' ', '~')
                ? throw Parameters.Bad("value", "must be printable ASCII", value)
                : new SpoilingFault(answer => answer.With(name, value));
        });
}
