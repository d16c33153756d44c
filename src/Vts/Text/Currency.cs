using System.Collections.Frozen;

namespace Vts.Text;

/// <summary>How many decimals an amount of a currency has: the minor units of ISO 4217.</summary>
internal static class Currency
{
    private const string None = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF";

    private const string Two =
        "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK "
        + "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT "
        + "LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR "
        + "RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES "
        + "WST XAD XCD XCG YER ZAR ZMW ZWG";

    private const string Three = "BHD IQD JOD KWD LYD OMR TND";

    private const string Four = "CLF UYW";

    private static readonly FrozenDictionary<string, byte> Exponents =
        Codes(None, 0).Concat(Codes(Two, 2)).Concat(Codes(Three, 3)).Concat(Codes(Four, 4)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The decimals of the currency with this code; null if ISO 4217 has no such currency in use, since a guess would shift the amount.</summary>
    public static byte? Exponent(string? code) => code is not null && Exponents.TryGetValue(code, out var exponent) ? exponent : null;

    private static IEnumerable<KeyValuePair<string, byte>> Codes(string codes, byte exponent) =>
        codes.Split(' ').Select(code => KeyValuePair.Create(code, exponent));
}
