using Microsoft.Extensions.Options;

namespace Vts.Aws;

/// <summary>Checks every setting of <see cref="SessionStoreOptions"/> and reports all faults at once.</summary>
[OptionsValidator]
public sealed partial class SessionStoreOptionsValidator : IValidateOptions<SessionStoreOptions>;
