namespace Extend.Sessions;

/// <summary>The session store or the guard's store could not be asked, or did not answer rightly.</summary>
public sealed class SessionStoreException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was being done; no credential.</param>
    /// <param name="inner">The cause.</param>
    public SessionStoreException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}
