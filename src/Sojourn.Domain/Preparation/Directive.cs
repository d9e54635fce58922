namespace Sojourn.Domain.Preparation;

public enum TouchChoice
{
    None,
    ShoulderAskFirst,
    HandAskFirst,
}

public enum MusicChoice
{
    With,
    Quiet,
}

public enum RecordingChoice
{
    No,
    Sound,

    /// <summary>Picture and sound.</summary>
    Video,
}

/// <summary>A second dose on the same day.</summary>
public enum SecondDoseChoice
{
    No,

    /// <summary>Up to what was agreed in the plan, never above.</summary>
    WithinPlan,
}

/// <summary>What a person chose for their session before it. Null stands for what they have not said, and is never read as a yes or a no.</summary>
/// <param name="People">Who may be in the room, in their own words.</param>
/// <param name="Helps">What helps when they are frightened, in their own words.</param>
public sealed record Directive(TouchChoice? Touch, string? People, MusicChoice? Music, RecordingChoice? Recording, SecondDoseChoice? SecondDose, string? Helps)
{
    public static Directive Nothing { get; } = new(null, null, null, null, null, null);
}
