namespace Vts.Api.Tests.Faces;

/// <summary>One way in which the service runs. The suite speaks HTTP to it and cannot tell which it is.</summary>
public interface IFace
{
    /// <summary>Headers of answers that this face gives other names: theirs here, and the contract's.</summary>
    IReadOnlyDictionary<string, string> RenamedHeaders => new Dictionary<string, string>();

    /// <summary>Starts a service with these settings, each a configuration key and its value.</summary>
    Task<IService> StartAsync(IReadOnlyDictionary<string, string> settings);
}
