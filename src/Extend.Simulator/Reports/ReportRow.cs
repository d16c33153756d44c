using Extend.Simulator.Transactions;
using Extend.Simulator.VirtualCards;

namespace Extend.Simulator.Reports;

/// <summary>A transaction and its card.</summary>
internal readonly record struct ReportRow(VirtualCard Card, Transaction Transaction);
