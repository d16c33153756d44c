namespace Vts.Callers.Rules;

/// <summary>The caller has not the scope that a read needs.</summary>
/// <param name="scope">The scope.</param>
public sealed class ScopeMissingException(Scopes scope) : Exception("The caller may not read this.")
{
    /// <summary>The scope that is missing.</summary>
    public Scopes Scope => scope;

    /// <summary>Ends the read where the caller has not this scope, before anything is asked of Extend or of memory.</summary>
    public static void ThrowIfMissing(Caller caller, Scopes scope)
    {
        ArgumentNullException.ThrowIfNull(caller);
        if (!caller.Scopes.HasFlag(scope))
        {
            throw new ScopeMissingException(scope);
        }
    }
}
