using System.Text.Json;
using System.Text.Json.Serialization;

namespace Vts.Aws.Lambda.Runtime;

/// <summary>What Lambda is told of a fault. Neither the event nor a stack trace is in it: the log has the latter.</summary>
/// <param name="ErrorMessage">What happened, in words.</param>
/// <param name="ErrorType">Its kind.</param>
/// <param name="StackTrace">Always empty.</param>
internal sealed partial record FunctionError(string ErrorMessage, string ErrorType, string[] StackTrace)
{
    public static FunctionError Of(Exception fault) => new(fault.Message, fault.GetType().Name, []);

    public static FunctionError TooLarge(int bytes, int most) => new(
        $"The answer has {bytes} bytes; Lambda takes {most}.", "Function.ResponseSizeTooLarge", []);

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, FunctionErrorJson.Default.FunctionError);

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
    [JsonSerializable(typeof(FunctionError))]
    private sealed partial class FunctionErrorJson : JsonSerializerContext;
}
