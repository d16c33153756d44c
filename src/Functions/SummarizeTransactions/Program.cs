using Vts.Aws.Lambda;
using Vts.Operations;

return await OperationFunction.RunAsync<SummarizeTransactions>();
