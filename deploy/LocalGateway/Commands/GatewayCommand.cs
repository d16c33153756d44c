using System.CommandLine;

namespace Vts.LocalGateway.Commands;

/// <summary>The command line of <c>vts-local-gateway</c>: without a subcommand it serves.</summary>
internal static class GatewayCommand
{
    private static readonly Option<string> Urls = new("--urls")
    {
        Description = "Addresses to listen on, separated by semicolons",
        HelpName = "addresses",
        DefaultValueFactory = _ => new LocalGatewayOptions().Urls,
    };

    private static readonly Option<int> Concurrency = new("--concurrency")
    {
        Description = "Processes of each function that may run at once; further calls wait in line",
        HelpName = "number",
        DefaultValueFactory = _ => new LocalGatewayOptions().Concurrency,
    };

    private static readonly Option<string> Payload = new("--payload")
    {
        Description = "The events' form: 1.0 as of a REST API, 2.0 as of an HTTP API or a function URL",
        HelpName = "version",
        DefaultValueFactory = _ => "1.0",
    };

    /// <summary>Does what the arguments say; the process's exit code.</summary>
    public static Task<int> InvokeAsync(string[] args) => Create().Parse(args).InvokeAsync();

    private static RootCommand Create()
    {
        Payload.AcceptOnlyFromAmong("1.0", "2.0");
        var root = new RootCommand(
            """
            Runs the AWS form of VTS on this machine: each published function as processes of its own behind a stand-in for
            Lambda, and a stand-in for API Gateway in front that follows the synthesized template.

            A simulator of Extend, DynamoDB Local and a stand-in for SSM run beside it on free ports; the token is 'demo'.
            It first publishes the functions whose sources have changed (deploy/build.sh --arch x64).
            """)
        {
            Urls, Concurrency, Payload, CommonOptions.Functions, CommonOptions.Template, InvokeCommand.Create(),
        };
        root.SetAction((parsed, cancellationToken) => Faults.TellAsync(async () =>
        {
            await using var server = await LocalGatewayServer.StartAsync(
                new LocalGatewayOptions
                {
                    Urls = parsed.GetValue(Urls)!,
                    Concurrency = parsed.GetValue(Concurrency),
                    Payload = parsed.GetValue(Payload) == "2.0" ? PayloadVersion.Two : PayloadVersion.One,
                    Functions = await CommonOptions.FunctionsAsync(parsed, [], cancellationToken),
                    Template = parsed.GetValue(CommonOptions.Template),
                    Output = Console.Out.WriteLine,
                },
                cancellationToken);
            Console.Out.Write(Banner.Text(server));
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return 0;
        }));
        return root;
    }
}
