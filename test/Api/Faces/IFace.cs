namespace Vts.Api.Tests.Faces;

/// <summary>One way in which the service runs. The suite speaks HTTP to it and cannot tell which it is.</summary>
public interface IFace
{
    /// <summary>Starts a service with these settings, each a configuration key and its value.</summary>
    Task<IService> StartAsync(IReadOnlyDictionary<string, string> settings);
}
