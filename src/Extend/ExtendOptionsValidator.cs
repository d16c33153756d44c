using Microsoft.Extensions.Options;

namespace Extend;

/// <summary>Checks every setting of <see cref="ExtendOptions"/> and reports all faults at once.</summary>
[OptionsValidator]
public sealed partial class ExtendOptionsValidator : IValidateOptions<ExtendOptions>;
