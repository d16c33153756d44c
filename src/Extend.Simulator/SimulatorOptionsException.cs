namespace Extend.Simulator;

/// <summary>An option of the simulator is not one that exists or can be met. The message says which and what to give.</summary>
public sealed class SimulatorOptionsException : Exception
{
    /// <summary>Says what is wrong with the options.</summary>
    /// <param name="message">Which option it is, and what it takes.</param>
    /// <param name="innerException">What made it so, if anything did.</param>
    public SimulatorOptionsException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
