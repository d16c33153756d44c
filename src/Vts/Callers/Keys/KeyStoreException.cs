namespace Vts.Callers.Keys;

/// <summary>The key store could not be used. The message says what to mend, and nothing of what is in the store.</summary>
public sealed class KeyStoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What is wrong.</param>
    /// <param name="inner">The cause.</param>
    public KeyStoreException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }

    /// <summary>Whether it may pass by itself, as an outage does and a wrong file does not.</summary>
    public bool MayPass { get; init; }
}
