// vts-micro-bench [--quick] [BenchmarkDotNet's own arguments]; without a --filter all are run. bench/micro.sh builds and starts it.
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;
using Vts.Bench.Micro;

const string Quick = "--quick";
var job = args.Contains(Quick)
    ? Job.ShortRun.WithWarmupCount(1).WithIterationTime(TimeInterval.FromMilliseconds(100)).WithId("quick")
    : Job.ShortRun.WithWarmupCount(5).WithIterationCount(10).WithId("full");

// In this process: what BenchmarkDotNet would build by itself knows nothing of this repository's settings.
var config = ManualConfig.CreateEmpty()
    .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
    .AddColumnProvider(DefaultColumnProviders.Instance)
    .AddColumn(StatisticColumn.OperationsPerSecond)
    .AddDiagnoser(MemoryDiagnoser.Default)
    .AddExporter(MarkdownExporter.GitHub)
    .AddLogger(ConsoleLogger.Default);
string[] own = [.. args.Where(argument => argument != Quick)];
var summaries = BenchmarkSwitcher.FromAssembly(typeof(BenchService).Assembly).Run(own.Contains("--filter") ? own : ["--filter", "*", .. own], config);
return summaries.All(summary => summary.Reports.All(report => report.Success)) ? 0 : 1;
