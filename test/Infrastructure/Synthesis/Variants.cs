namespace Vts.Infrastructure.Tests.Synthesis;

/// <summary>The app synthesized in the few ways that the tests look at, each once.</summary>
public sealed class Variants : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vts-synth-");
    private readonly Lazy<Task<Synthesized>> _default;
    private readonly Lazy<Task<Synthesized>> _again;
    private readonly Lazy<Task<Synthesized>> _changed;
    private readonly Lazy<Task<Synthesized>> _other;
    private readonly Lazy<Task<Synthesized>> _beside;

    public Variants()
    {
        _default = New("default");
        _again = New("again");
        _changed = New("changed", "GetCard");
        _beside = New("beside", null, "serving=GetCard:7");
        _other = New(
            "other", null, "stage=prod-2", "arch=x64", "trustStore=system", "parametersVersion=3f2a", "requestsPerSecond=7", "burst=9", "logRetentionDays=90",
            "alarmEmail=ops@example.com", "monthlyBudgetUsd=55", "budgetScope=stage", "runbook=https://example.com/vts");
    }

    /// <summary>Nothing chosen.</summary>
    internal Task<Synthesized> DefaultAsync() => _default.Value;

    /// <summary>The same in another folder.</summary>
    internal Task<Synthesized> AgainAsync() => _again.Value;

    /// <summary>The function GetCard has changed.</summary>
    internal Task<Synthesized> ChangedAsync() => _changed.Value;

    /// <summary>Version 7 of GetCard goes on to serve.</summary>
    internal Task<Synthesized> BesideAsync() => _beside.Value;

    /// <summary>Everything chosen otherwise.</summary>
    internal Task<Synthesized> OtherAsync() => _other.Value;

    /// <summary>A folder that goes when the tests are over.</summary>
    internal string Folder(string name) => _folder.CreateSubdirectory(name).FullName;

    public void Dispose() => _folder.Delete(recursive: true);

    private Lazy<Task<Synthesized>> New(string name, string? changed = null, params string[] context) =>
        new(() => Synthesized.OfAsync(Folder(name), changed, context));
}
