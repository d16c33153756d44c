namespace Vts.Api.Tests.Moods;

/// <summary>The moods at the door for e-mail and password.</summary>
public sealed class OlderDoorMoodTests(OlderDoorMoodTests.Fixture fixture) : MoodTests(fixture), IClassFixture<OlderDoorMoodTests.Fixture>
{
    public sealed class Fixture() : MoodFixture(older: true);
}
