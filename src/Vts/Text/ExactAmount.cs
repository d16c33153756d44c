using System.Globalization;

namespace Vts.Text;

/// <summary>Amounts of money as exact decimals. Minor units are shifted by the currency's exponent; nothing is ever rounded.</summary>
internal static class ExactAmount
{
    /// <summary>The amount with as many decimals as its currency has; null where the currency is unknown.</summary>
    public static decimal? Of(long? cents, string? currency)
    {
        if (cents is not { } amount || Currency.Exponent(currency) is not { } exponent)
        {
            return null;
        }

        var magnitude = (ulong)Int128.Abs(amount);
        return new decimal((int)(uint)magnitude, (int)(uint)(magnitude >> 32), 0, amount < 0, exponent);
    }

    /// <summary>The amount's digits: <c>-12.50</c>, <c>1250</c>, <c>0.001</c>. Null where the currency is unknown.</summary>
    public static string? Text(long cents, string? currency) => Of(cents, currency) is { } amount ? Text(amount) : null;

    /// <summary>The decimal's digits, with the decimals it has.</summary>
    public static string Text(decimal amount) => amount.ToString(CultureInfo.InvariantCulture);
}
