using System.Globalization;
using System.Text.RegularExpressions;

namespace Vts.Infrastructure.Configuration;

/// <summary>What may be chosen when VTS is deployed. Each is a context value: <c>cdk deploy -c stage=prod -c alarmEmail=…</c>.</summary>
internal sealed partial record Settings
{
    /// <summary><c>stage</c>: names everything of this deployment; one account can hold many.</summary>
    public required string Stage { get; init; }

    /// <summary><c>arch</c>: the functions' processor, <c>arm64</c> or <c>x64</c>.</summary>
    public required string Arch { get; init; }

    /// <summary><c>functions</c>: the folder with a folder for each function, holding its <c>bootstrap</c>.</summary>
    public required string FunctionsFolder { get; init; }

    /// <summary><c>trustStore</c>: whether the functions trust the few certificate authorities they carry, or all of the system's.</summary>
    public required bool TrustsOwnRoots { get; init; }

    /// <summary><c>parametersVersion</c>: changes when a parameter does, so that new parameters are put out like new code.</summary>
    public required string? ParametersVersion { get; init; }

    /// <summary>
    /// <c>serving</c>: versions that the functions' alias stays at, by the functions' names, while new ones are published and compared with
    /// them; empty to lead the alias on to the new ones. Set by <c>deploy.sh</c> alone.
    /// </summary>
    public required IReadOnlyDictionary<string, string> Serving { get; init; }

    /// <summary><c>requestsPerSecond</c>: the steady rate that the gateway lets through, of all callers together.</summary>
    public required int RequestsPerSecond { get; init; }

    /// <summary><c>burst</c>: how many requests may come at once above that rate.</summary>
    public required int Burst { get; init; }

    /// <summary><c>logRetentionDays</c>: how long logs are kept.</summary>
    public required int LogRetentionDays { get; init; }

    /// <summary><c>alarmEmail</c>: who is told of alarms, after confirming; nobody if null.</summary>
    public required string? AlarmEmail { get; init; }

    /// <summary><c>monthlyBudgetUsd</c>: the monthly cost in US dollars above which the budget warns; 0 for no budget.</summary>
    public required int MonthlyBudgetUsd { get; init; }

    /// <summary>
    /// <c>budgetScope</c>: whether the budget counts this stage only, for which the cost allocation tag <c>stage</c> must be
    /// active, or the account.
    /// </summary>
    public required bool BudgetsStageOnly { get; init; }

    /// <summary><c>runbook</c>: the page that says what to do about each alarm; a path in this repository, or an address.</summary>
    public required string Runbook { get; init; }

    /// <summary>The name of this deployment: <c>vts-{stage}</c>.</summary>
    public string Name => $"vts-{Stage}";

    /// <summary>Where the configuration parameters are.</summary>
    public string ParameterPath => $"vts/{Stage}";

    /// <summary>Reads all values; what is wrong is in the reader's faults.</summary>
    public static Settings Read(ContextReader context)
    {
        var arch = context.Word("arch", "arm64", "x64");
        return new Settings
        {
            Stage = context.Text(
                "stage", "dev", StageForm().IsMatch, "1 to 20 characters: a lower case letter, then lower case letters, digits and hyphens"),
            Arch = arch,
            FunctionsFolder = context.Text("functions", $"../artifacts/functions/{arch}", static _ => true, "a folder"),
            TrustsOwnRoots = context.Word("trustStore", "bundled", "system") == "bundled",
            ParametersVersion = Some(
                context.Text("parametersVersion", "", VersionForm().IsMatch, "1 to 64 letters, digits, hyphens and underscores")),
            Serving = context.Text("serving", "", ServingForm().IsMatch, "NAME:VERSION, several by comma")
                .Split(',', StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split(':'))
                .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal),
            RequestsPerSecond = context.Whole("requestsPerSecond", 100, 1, 10_000),
            Burst = context.Whole("burst", 200, 1, 5_000),
            LogRetentionDays = int.Parse(
                context.Text("logRetentionDays", "30", LogKeeping.IsOffered, $"one of the days that CloudWatch offers: {LogKeeping.Offered}"),
                CultureInfo.InvariantCulture),
            AlarmEmail = Some(context.Text("alarmEmail", "", EmailForm().IsMatch, "an e-mail address")),
            MonthlyBudgetUsd = context.Whole("monthlyBudgetUsd", 20, 0, 1_000_000),
            BudgetsStageOnly = context.Word("budgetScope", "account", "stage") == "stage",
            Runbook = context.Text("runbook", "docs/aws.md", RunbookForm().IsMatch, "a path or an https address without '#'"),
        };
    }

    private static string? Some(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,19}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex StageForm();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionForm();

    [GeneratedRegex(@"\A([A-Za-z]+:[1-9][0-9]*(,|\z))+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ServingForm();

    [GeneratedRegex(@"\A[^@\s]+@[^@\s]+\.[^@\s]+\z", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex EmailForm();

    [GeneratedRegex(@"\A(https://)?[^\s#:]+\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RunbookForm();
}
