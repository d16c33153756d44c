namespace Extend.Accounts;

/// <summary>Puts an account's proof of identity on requests.</summary>
internal interface IAuthorizer
{
    /// <summary>Adds the headers that identify the account.</summary>
    ValueTask AuthorizeAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    /// <summary>Replaces the proof that Extend refused on this request; false if there is no other to be had.</summary>
    ValueTask<bool> RenewAsync(HttpRequestMessage refused, CancellationToken cancellationToken);
}
