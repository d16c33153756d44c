using System.Text;

namespace Vts.Testing.Hostile;

/// <summary>Holds a parser to what it promises: a value or the exceptions it documents, in memory that its input bounds.</summary>
public static class Parsing
{
    // For what an exception and the first use of a parser take.
    private const long Always = 1024 * 1024;

    // Text takes two bytes a character, lists grow by doubling, and a parser may look twice.
    private const long EachByte = 200;

    /// <summary>Parses the input, and fails unless the promise is kept.</summary>
    /// <param name="input">What is parsed.</param>
    /// <param name="parse">Parses it.</param>
    /// <param name="isDocumented">Whether the parser says that it may throw this.</param>
    /// <exception cref="InvalidOperationException">It threw something else, or took too much memory.</exception>
    public static void Holds(byte[] input, Action parse, Func<Exception, bool> isDocumented)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(parse);
        ArgumentNullException.ThrowIfNull(isDocumented);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            parse();
        }
        catch (Exception fault) when (isDocumented(fault))
        {
        }
        catch (Exception fault)
        {
            throw new InvalidOperationException($"{fault.GetType().Name} for {Encoding.UTF8.GetString(input)}", fault);
        }

        var taken = GC.GetAllocatedBytesForCurrentThread() - before;
        if (taken > Always + (EachByte * input.Length))
        {
            throw new InvalidOperationException($"{taken} bytes for {input.Length}: {Encoding.UTF8.GetString(input)}");
        }
    }
}
