using Amazon.CDK;
using Vts.Infrastructure;
using Vts.Infrastructure.Configuration;
using Vts.Infrastructure.Functions;

var app = new App(new AppProps { AnalyticsReporting = false });
var context = new ContextReader(app.Node.TryGetContext);
var settings = Settings.Read(context);
string[] faults = [.. context.Faults, .. BuiltFunctions.Missing(settings.FunctionsFolder)];
if (faults.Length > 0)
{
    Console.Error.WriteLine(string.Join('\n', faults));
    return 1;
}

_ = new AccountStack(app);
var data = new DataStack(app, settings);
var service = new ServiceStack(app, settings);
service.AddDependency(data);
Tags.Of(app).Add("application", "vts");
foreach (var stack in new Stack[] { data, service })
{
    Tags.Of(stack).Add("stage", settings.Stage);
}

app.Synth();
return 0;
