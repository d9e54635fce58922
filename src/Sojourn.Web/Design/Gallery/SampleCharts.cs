namespace Sojourn.Web.Design;

/// <summary>Invented figures for the two charts.</summary>
internal static class SampleCharts
{
    private static readonly DateOnly[] Given =
        [new(2026, 6, 9), new(2026, 6, 23), new(2026, 7, 11), new(2026, 8, 4), new(2026, 9, 5), new(2026, 10, 17)];

    private static readonly decimal[] Doses = [50, 60, 70, 70, 60, 60];

    public static Story Story { get; } = new(
        new DateOnly(2026, 5, 25),
        new DateOnly(2027, 1, 6),
        Sample.Today,
        [.. Given.Select((on, i) => new StorySession(i + 1, on, Planned: false)), new StorySession(7, new DateOnly(2026, 12, 5), Planned: true)],
        [new(new(2026, 5, 28), false, false), new(new(2026, 6, 4), false, false), .. Given.SelectMany(on => new[] { 2, 9 }.Select(d => new StoryVisit(on.AddDays(d), false, true))), new(new(2026, 11, 24), true, true)],
        [.. Enumerable.Range(0, 172).Where(i => i is < 62 or > 74).Select(i => new StoryPoint(new DateOnly(2026, 6, 1).AddDays(i), Tap(i)))],
        [
            new("PEG", "pain, 0 to 10", StoryShape.Square, 0, 10, [.. Enumerable.Range(0, 25).Where(i => i is not (9 or 10)).Select(i => new StoryPoint(new DateOnly(2026, 6, 1).AddDays(i * 7), Math.Min(10, Tap(i * 7) + 0.3m)))], GapDays: 10),
            new("PHQ-9", "mood, 0 to 27", StoryShape.Triangle, 0, 27, [.. new[] { 17, 10, 10, 7, 10, 7, 9, 5, 7, 9, 5, 7, 8 }.Select((v, i) => new StoryPoint(new DateOnly(2026, 6, 1).AddDays(i * 14), v, v >= 15 ? "moderately severe" : v >= 10 ? "moderate" : "mild"))]),
            new("GAD-7", "worry, 0 to 21", StoryShape.Cross, 0, 21, [.. new[] { 13, 8, 7, 6, 8, 5, 7, 5, 7, 7, 5, 6, 7 }.Select((v, i) => new StoryPoint(new DateOnly(2026, 6, 1).AddDays(i * 14), v, v >= 10 ? "moderate" : "mild"))]),
        ],
        [.. Given.Select((on, i) => new StoryDose(on, Doses[i], $"{Words.Dose(Doses[i])} into muscle")), new(new(2026, 8, 22), 25, "25 mg lozenge at home", Rescue: true)]);

    public static Flow Flow { get; } = new(
        -12,
        106,
        37,
        "now, 10:52",
        "10:15",
        [
            new(-9, "10:06", 128, 78, 72, 98, "P. Nair"), new(-4, "10:11", 126, 80, 74, 98, "P. Nair"), new(0, "10:15", 130, 82, 76, 98, "P. Nair"), new(10, "10:25", 142, 88, 82, 97, "P. Nair"),
            new(20, "10:35", 152, 92, 86, 96, "P. Nair"), new(30, "10:45", 162, 96, 92, 97, "P. Nair"), new(35, "10:50", 156, 94, 88, 97, "P. Nair"),
        ],
        [40, 55, 70, 100],
        [new("pressure", 160, "160 recheck (A01)", Over: true), new("oxygen", 94, "94 airway check (A06)", Over: false)],
        [new(0, 37, "ketamine 0.85 mg/min", "induction"), new(-5, null, "ondansetron 4 mg at 10:10", "antiemetic")],
        [
            new(-2, 1, "10:13", "Eye shades on"), new(12, 2, "10:27", "Warm. Heavy hands.", Said: true), new(19, 3, "10:34", "Tears, calm. Hand taken"), new(28, 4, "10:43", "Tension marked: jaw"),
            new(33, 5, "10:48", "The room is a long way up.", Said: true),
        ],
        [new(30, "amber")]);

    private static decimal Tap(int day)
    {
        var on = new DateOnly(2026, 6, 1).AddDays(day);
        var before = Given.Where(g => g <= on).Select((g, i) => (Days: on.DayNumber - g.DayNumber, Index: i)).LastOrDefault((Days: 99, Index: -1));
        var rise = before.Index < 0 ? 8m : 2m + before.Days / (4m + before.Index * 1.6m);
        return Math.Clamp(decimal.Round(rise + (day * 7 % 3) - 1), 0, 9);
    }
}
