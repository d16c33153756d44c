using System.Text.Json;

namespace Extend.Simulator.Json;

/// <summary>
/// Writes one object's members in Extend's manner: a member without a value is left out (or sent as null, by switch),
/// times end in <c>+0000</c>, and members planted through the control interface take precedence.
/// </summary>
internal ref struct Members
{
    private readonly Utf8JsonWriter _json;
    private readonly bool _nulls;
    private readonly RawMembers? _raw;
    private readonly bool[]? _written;

    public Members(Utf8JsonWriter json, bool nulls, RawMembers? raw = null)
    {
        _json = json;
        _nulls = nulls;
        _raw = raw;
        _written = raw is null ? null : new bool[raw.Count];
        json.WriteStartObject();
    }

    public readonly void Text(ReadOnlySpan<byte> name, string? value)
    {
        if (IsOwn(name, value is not null))
        {
            _json.WriteString(name, value);
        }
    }

    public readonly void Number(ReadOnlySpan<byte> name, long? value)
    {
        if (IsOwn(name, value is not null))
        {
            _json.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    public readonly void Number(ReadOnlySpan<byte> name, decimal? value)
    {
        if (IsOwn(name, value is not null))
        {
            _json.WriteNumber(name, value.GetValueOrDefault());
        }
    }

    public readonly void Flag(ReadOnlySpan<byte> name, bool? value)
    {
        if (IsOwn(name, value is not null))
        {
            _json.WriteBoolean(name, value.GetValueOrDefault());
        }
    }

    public readonly void Time(ReadOnlySpan<byte> name, DateTimeOffset? value)
    {
        if (IsOwn(name, value is not null))
        {
            Span<byte> text = stackalloc byte[ExtendTime.Length];
            ExtendTime.Write(text, value.GetValueOrDefault());
            _json.WriteString(name, text);
        }
    }

    /// <summary>A member that is null on the wire whatever the switch says.</summary>
    public readonly void ExplicitNull(ReadOnlySpan<byte> name)
    {
        if (IsOwn(name, present: true))
        {
            _json.WriteNull(name);
        }
    }

    /// <summary>True when the caller shall write the member's value, whose name has been written.</summary>
    public readonly bool Object(ReadOnlySpan<byte> name, bool present = true)
    {
        if (!IsOwn(name, present))
        {
            return false;
        }

        _json.WritePropertyName(name);
        return true;
    }

    /// <summary>Adds the planted members that replaced nothing, and ends the object.</summary>
    public readonly void End()
    {
        for (var i = 0; i < _written?.Length; i++)
        {
            if (!_written[i])
            {
                WriteRaw(i);
            }
        }

        _json.WriteEndObject();
    }

    private readonly bool IsOwn(ReadOnlySpan<byte> name, bool present)
    {
        if (_raw is not null && _raw.IndexOf(name) is >= 0 and var index)
        {
            _written![index] = true;
            WriteRaw(index);
            return false;
        }

        if (!present && _nulls)
        {
            _json.WriteNull(name);
        }

        return present;
    }

    private readonly void WriteRaw(int index)
    {
        var (name, value) = _raw![index];
        if (value.ValueKind != JsonValueKind.Undefined)
        {
            _json.WritePropertyName(name);
            value.WriteTo(_json);
        }
    }
}
