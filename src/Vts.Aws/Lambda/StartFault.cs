using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;
using Vts.Aws.Lambda.Runtime;
using Vts.Aws.Ssm;

namespace Vts.Aws.Lambda;

/// <summary>Says why a function cannot start: settings by the names of their parameters, all at once.</summary>
internal static partial class StartFault
{
    /// <summary>The kind of fault that an operator mends in the settings.</summary>
    public const string Configuration = "Configuration";

    public static FunctionError Of(Exception fault) => fault switch
    {
        OptionsValidationException or AggregateException { InnerExceptions: [OptionsValidationException, ..] } => new(
            string.Join(" ", Lines(fault).Select(line => $"{ByParameter(line).TrimEnd('.')}.")), Configuration, []),
        ParameterStoreException => new(fault.Message, Configuration, []),
        _ => FunctionError.Of(fault),
    };

    private static IEnumerable<string> Lines(Exception fault) => fault switch
    {
        OptionsValidationException invalid => SettingFaults.Lines(invalid),
        AggregateException many => many.InnerExceptions.SelectMany(Lines),
        _ => [fault.Message],
    };

    private static string ByParameter(string line) =>
        Key().Replace(line, match => FunctionSettings.Path + match.Value.Replace(':', '/'), count: 1);

    [GeneratedRegex("^[A-Za-z0-9]+(:[A-Za-z0-9_.-]+)+", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Key();
}
