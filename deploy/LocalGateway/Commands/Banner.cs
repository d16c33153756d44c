using System.Text;

namespace Vts.LocalGateway.Commands;

/// <summary>Says at the start what is served where, and how to try it.</summary>
internal static class Banner
{
    public static string Text(LocalGatewayServer server)
    {
        var address = server.Address.ToString().TrimEnd('/');
        var text = new StringBuilder();
        text.AppendLine($"VTS local gateway listens on {address}");
        text.AppendLine($"  functions: {string.Join(", ", server.Functions)}");
        text.AppendLine($"  simulator of Extend at {server.Simulator?.Address}, DynamoDB at {server.DynamoDb.Address}, SSM at {server.ParameterStore.Address}");
        text.AppendLine($"Try: curl -H 'token: demo' {address}/cards/active");
        return text.ToString();
    }
}
