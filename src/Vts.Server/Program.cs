using Vts.Server.Commands;

return await ServerCommand.InvokeAsync(args);
