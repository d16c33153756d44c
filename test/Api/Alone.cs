namespace Vts.Api.Tests;

/// <summary>Tests that measure what others would disturb: they run one by one, when all others have ended.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
