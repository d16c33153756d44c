using Microsoft.Extensions.Options;

namespace Extend.Sessions;

/// <summary>Checks every setting of <see cref="SessionOptions"/> and reports all faults at once.</summary>
[OptionsValidator]
public sealed partial class SessionOptionsValidator : IValidateOptions<SessionOptions>;
