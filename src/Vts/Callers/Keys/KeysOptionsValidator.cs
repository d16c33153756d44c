using Microsoft.Extensions.Options;

namespace Vts.Callers.Keys;

/// <summary>Checks every setting of <see cref="KeysOptions"/> and reports all faults at once.</summary>
[OptionsValidator]
public sealed partial class KeysOptionsValidator : IValidateOptions<KeysOptions>;
