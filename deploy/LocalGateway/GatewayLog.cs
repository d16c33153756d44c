using System.Text;

namespace Vts.LocalGateway;

/// <summary>All that functions and the gateway print, line by line; also written to whom it may concern.</summary>
internal sealed class GatewayLog(Action<string>? also)
{
    private readonly StringBuilder _text = new();

    public string Text
    {
        get
        {
            lock (_text)
            {
                return _text.ToString();
            }
        }
    }

    public void Write(string source, string line)
    {
        lock (_text)
        {
            _text.Append(source).Append(' ').Append(line).Append('\n');
        }

        also?.Invoke($"{source} {line}");
    }
}
