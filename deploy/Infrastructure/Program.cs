using Amazon.CDK;
using Vts.Infrastructure;
using Vts.Infrastructure.Configuration;

var app = new App(new AppProps { AnalyticsReporting = false });
var context = new ContextReader(app.Node.TryGetContext);
var settings = Settings.Read(context);
if (context.Faults.Count > 0)
{
    Console.Error.WriteLine(string.Join('\n', context.Faults));
    return 1;
}

var account = new AccountStack(app);
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
