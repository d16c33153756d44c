namespace Vts.LocalGateway.Functions;

/// <summary>Where a runtime stands, as the Runtime API sees it.</summary>
internal enum RuntimeState
{
    /// <summary>Started; has not asked for an event yet.</summary>
    Initializing,

    /// <summary>Asks for an event and waits.</summary>
    Waiting,

    /// <summary>Has an event and has not answered it.</summary>
    Invoking,

    /// <summary>Has answered, and has not asked for another event.</summary>
    Answered,

    /// <summary>Told that its start failed, or its process is gone.</summary>
    Ended,
}
