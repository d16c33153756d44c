namespace Extend.Accounts;

/// <summary>Which of Extend's two doors an account comes through.</summary>
public enum Door
{
    /// <summary>API key or bearer token; a card's transactions come from the report.</summary>
    Current,

    /// <summary>E-mail and password, exchanged for a session; a card's transactions have a route of their own.</summary>
    Older,
}
