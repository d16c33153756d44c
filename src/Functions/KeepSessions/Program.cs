using Vts.Aws.Lambda;

return await KeepSessionsFunction.RunAsync();
