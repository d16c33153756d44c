namespace Vts.LocalGateway.Functions;

/// <summary>The environment variables of a function's process: Lambda's own, then the function's, and of this process nothing but PATH.</summary>
internal static class FunctionEnvironment
{
    private const string TaskRoot = "/var/task";

    public static void Fill(IDictionary<string, string?> environment, FunctionDefinition function, string runtimeApi)
    {
        environment.Clear();
        environment["PATH"] = Environment.GetEnvironmentVariable("PATH");
        foreach (var (name, value) in function.Environment)
        {
            environment[name] = value.Replace(TaskRoot, function.Folder, StringComparison.Ordinal);
        }

        environment["AWS_LAMBDA_RUNTIME_API"] = runtimeApi;
        environment["_HANDLER"] = function.Handler;
        environment["LAMBDA_TASK_ROOT"] = function.Folder;
        environment["LAMBDA_RUNTIME_DIR"] = function.Folder;
        environment["AWS_REGION"] = LocalAccount.Region;
        environment["AWS_DEFAULT_REGION"] = LocalAccount.Region;
        environment["AWS_ACCESS_KEY_ID"] = LocalAccount.AccessKey;
        environment["AWS_SECRET_ACCESS_KEY"] = LocalAccount.SecretKey;
        environment["AWS_SESSION_TOKEN"] = LocalAccount.SessionToken;
        environment["AWS_LAMBDA_FUNCTION_NAME"] = function.FullName;
        environment["AWS_LAMBDA_FUNCTION_VERSION"] = "1";
        environment["AWS_LAMBDA_FUNCTION_MEMORY_SIZE"] = $"{function.MemoryMegabytes}";
        environment["AWS_LAMBDA_LOG_GROUP_NAME"] = $"/aws/lambda/{function.FullName}";
        environment["AWS_LAMBDA_LOG_STREAM_NAME"] = "local";
        environment["AWS_LAMBDA_LOG_FORMAT"] = "JSON";
        environment["AWS_LAMBDA_INITIALIZATION_TYPE"] = "on-demand";
        environment["TZ"] = ":UTC";
        environment["LANG"] = "en_US.UTF-8";
    }
}
