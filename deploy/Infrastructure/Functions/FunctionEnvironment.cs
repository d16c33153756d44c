using Vts.Infrastructure.Configuration;

namespace Vts.Infrastructure.Functions;

/// <summary>What a function is told by its environment. Never a secret: everybody who may look at the function sees it.</summary>
internal static class FunctionEnvironment
{
    public static Dictionary<string, string> Of(Settings settings, DataReferences data)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["VTS_STAGE"] = settings.Stage,
            ["Sessions__Store"] = "DynamoDb",
            ["Sessions__Table"] = data.TableName,
        };
        if (settings.TrustsOwnRoots)
        {
            environment["SSL_CERT_FILE"] = "/var/task/roots.pem";
            environment["SSL_CERT_DIR"] = "/var/task/no-certificates";
        }

        if (settings.ParametersVersion is { } version)
        {
            environment["VTS_PARAMETERS_VERSION"] = version;
        }

        return environment;
    }
}
