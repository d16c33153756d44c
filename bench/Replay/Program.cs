using Vts.Bench.Replay.Commands;

return await ReplayCommandLine.InvokeAsync(args);
