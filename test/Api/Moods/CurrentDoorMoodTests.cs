namespace Vts.Api.Tests.Moods;

/// <summary>The moods at the door for API keys.</summary>
public sealed class CurrentDoorMoodTests(CurrentDoorMoodTests.Fixture fixture) : MoodTests(fixture), IClassFixture<CurrentDoorMoodTests.Fixture>
{
    public sealed class Fixture() : MoodFixture(older: false);
}
