namespace Extend.Simulator.Http;

/// <summary>Answers one kind of request. It runs to its end without waiting for anything.</summary>
internal delegate Answer Operation(Call call);
