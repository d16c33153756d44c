namespace Vts.Freshness;

/// <summary>Names a read at Extend. Reads with equal keys are equal; the account is part of it, so that nothing crosses from one to another.</summary>
/// <param name="Resource">What is read.</param>
/// <param name="Account">By which Extend account.</param>
/// <param name="Id">Which one of the account's; empty where there is only one.</param>
internal sealed record ReadKey<T>(Resource<T> Resource, string Account, string Id)
    where T : class;
