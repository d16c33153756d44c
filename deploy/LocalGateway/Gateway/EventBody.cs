using System.Text;
using System.Text.Json;

namespace Vts.LocalGateway.Gateway;

/// <summary>Writes the members of an event that hold the request's body.</summary>
internal static class EventBody
{
    public static void Write(Utf8JsonWriter json, ReadOnlyMemory<byte> body, bool isBinary)
    {
        if (body.IsEmpty)
        {
            json.WriteNull("body");
        }
        else if (isBinary)
        {
            json.WriteBase64String("body", body.Span);
        }
        else
        {
            json.WriteString("body", Encoding.UTF8.GetString(body.Span));
        }

        json.WriteBoolean("isBase64Encoded", isBinary && !body.IsEmpty);
    }
}
