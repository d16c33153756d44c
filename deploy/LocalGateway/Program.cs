using Vts.LocalGateway.Commands;

return await GatewayCommand.InvokeAsync(args);
