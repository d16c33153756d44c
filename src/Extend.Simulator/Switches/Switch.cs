namespace Extend.Simulator.Switches;

/// <summary>One switch: its name, what it may be set to, and how it reads and changes the settings.</summary>
/// <param name="Name">As in <c>/sim/switches</c> and on the command line.</param>
/// <param name="Values">The settings it takes, the default first, for people.</param>
/// <param name="Meaning">The question it answers.</param>
/// <param name="Read">Its present setting.</param>
/// <param name="Set">The settings with it changed, or null when it does not take the value.</param>
internal sealed record Switch(
    string Name,
    string Values,
    string Meaning,
    Func<SwitchSettings, string> Read,
    Func<SwitchSettings, string, SwitchSettings?> Set);
