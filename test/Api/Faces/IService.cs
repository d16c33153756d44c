namespace Vts.Api.Tests.Faces;

/// <summary>A running service under test.</summary>
public interface IService : IAsyncDisposable
{
    /// <summary>Where it listens.</summary>
    Uri Address { get; }

    /// <summary>Everything it has logged and printed so far.</summary>
    string Log { get; }

    /// <summary>Lets time pass for the service alone. False where it is a process of its own, whose clock nobody moves.</summary>
    bool Pass(TimeSpan time) => false;

    /// <summary>How many bytes of memory it holds now; 0 where that is many processes'.</summary>
    long Memory => 0;
}
