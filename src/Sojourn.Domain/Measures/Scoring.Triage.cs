namespace Sojourn.Domain.Measures;

public static partial class Scoring
{
    /// <summary>
    /// The first level that an answer reaches. While an unanswered question could still reach a higher one, the level is not said:
    /// only that it is at least this, which is what raises the flags.
    /// </summary>
    private static Outcome TriageOf(Sheet sheet)
    {
        var levels = sheet.Rule.Levels;
        var reached = levels.ToList().FindIndex(level => Reaches(sheet, level, countUnanswered: true));
        var found = levels[reached < 0 ? levels.Count - 1 : reached];
        var open = levels.TakeWhile(level => level != found)
            .SelectMany(level => level.AnyYes)
            .Distinct()
            .Select(id => sheet.Missing.FirstOrDefault(item => item.Id == id))
            .OfType<InstrumentItem>()
            .OrderBy(sheet.Instrument.NumberOf)
            .ToList();
        return open.Count == 0
            ? new(null, null, sheet.Rule.WhyNoTotal ?? "This screen is not added up; it gives a level.", null, found.Level, found.Level)
            : new(null, null, $"{sheet.Numbers(open)} unanswered; the level is at least \"{found.Level}\" and cannot be said before.", null, null, found.Level);
    }

    private static string? LevelOfYes(Sheet sheet) =>
        sheet.Rule.Levels.FirstOrDefault(level => Reaches(sheet, level, countUnanswered: false))?.Level;

    // A yes counts even where the form would have skipped the question: no positive answer is ever silent.
    private static bool Reaches(Sheet sheet, TriageLevel level, bool countUnanswered) =>
        level.AnyYes.Any(id => sheet.Counted.TryGetValue(id, out var value) && value >= 1)
        || (countUnanswered && level.AnyUnanswered.Any(id => sheet.Missing.Any(item => item.Id == id)));
}
