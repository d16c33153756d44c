using Amazon.Runtime;
using Amazon.SimpleSystemsManagement;
using Amazon.SimpleSystemsManagement.Model;

namespace Vts.Aws.Ssm;

/// <summary>Settings and secrets in SSM Parameter Store: <c>/vts/prod/Extend/BaseUrl</c> is the setting <c>Extend:BaseUrl</c>.</summary>
internal sealed class ParameterStore(IAmazonSimpleSystemsManagement ssm)
{
    private const int PageSize = 10;

    /// <summary>Every setting under the path, secrets decrypted.</summary>
    /// <param name="path">Where they begin, with a slash at both ends.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ParameterStoreException">They could not be read, in part or at all.</exception>
    public async Task<Dictionary<string, string?>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        var request = new GetParametersByPathRequest { Path = path, Recursive = true, WithDecryption = true, MaxResults = PageSize };
        try
        {
            do
            {
                var page = await ssm.GetParametersByPathAsync(request, cancellationToken);
                foreach (var parameter in page.Parameters ?? [])
                {
                    settings[parameter.Name[path.Length..].Replace('/', ':')] = parameter.Value;
                }

                request.NextToken = page.NextToken;
            }
            while (!string.IsNullOrEmpty(request.NextToken));
        }
        catch (Exception fault) when (Reason(fault, cancellationToken) is { } reason)
        {
            throw new ParameterStoreException($"The SSM parameters under {path} cannot be read: {reason}.", fault);
        }

        return settings.Count > 0 ? settings : throw new ParameterStoreException($"There is no SSM parameter under {path}.");
    }

    // The service's own message may name more than a log should hold.
    private static string? Reason(Exception fault, CancellationToken cancellationToken) => fault switch
    {
        AmazonServiceException { ErrorCode: { Length: > 0 } code } => code,
        AmazonServiceException or AmazonClientException or HttpRequestException or IOException => "SSM cannot be reached",
        TimeoutException => "SSM does not answer",
        OperationCanceledException when !cancellationToken.IsCancellationRequested => "SSM does not answer",
        _ => null,
    };
}
