namespace Sojourn.Domain.Staff;

public static partial class StaffMember
{
    /// <summary>The credential that lets a therapist be offered for ketamine-assisted psychotherapy.</summary>
    public const string KapTraining = "KAP training";

    /// <summary>Languages are free words; everything else is of the lists.</summary>
    private static Event.ProfileSet Describe(Profile profile) => new(new Profile(
        [.. profile.Languages.Select(language => language.Trim()).Where(language => language.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase)],
        [.. Profile.AllWays.Keys.Where(profile.Ways.Contains)],
        [.. Profile.AllKnown.Keys.Where(profile.Knows.Contains)],
        [.. Profile.AllTimes.Keys.Where(profile.Times.Contains)],
        [.. Profile.AllMeetings.Keys.Where(profile.Meets.Contains)]));
}

/// <summary>What patients choose a therapist by.</summary>
/// <param name="Languages">In words: "English", "French".</param>
/// <param name="Ways">Ids of <see cref="AllWays"/>.</param>
/// <param name="Knows">Ids of <see cref="AllKnown"/>: whom they work with.</param>
/// <param name="Times">Ids of <see cref="AllTimes"/>.</param>
/// <param name="Meets">Ids of <see cref="AllMeetings"/>.</param>
public sealed record Profile(IReadOnlyList<string> Languages, IReadOnlyList<string> Ways, IReadOnlyList<string> Knows, IReadOnlyList<string> Times, IReadOnlyList<string> Meets)
{
    public static Profile Nothing { get; } = new([], [], [], [], []);

    public static IReadOnlyDictionary<string, string> AllWays { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["talking"] = "Talking things through",
        ["body"] = "Attention to body and breath",
        ["images"] = "Images, music and dreams",
        ["practical"] = "Exercises between sessions",
        ["quiet"] = "Mostly quiet company",
    };

    public static IReadOnlyDictionary<string, string> AllKnown { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["low-mood"] = "Low mood and depression",
        ["pain"] = "Long-lasting pain",
        ["trauma"] = "Trauma",
        ["worry"] = "Worry and anxiety",
        ["loss"] = "Loss and grief",
        ["alcohol-drugs"] = "Alcohol or drugs",
    };

    public static IReadOnlyDictionary<string, string> AllTimes { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["morning"] = "Mornings",
        ["afternoon"] = "Afternoons",
        ["evening"] = "Evenings",
    };

    public static IReadOnlyDictionary<string, string> AllMeetings { get; } = new OrderedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["room"] = "At the clinic",
        ["video"] = "By video",
    };
}
