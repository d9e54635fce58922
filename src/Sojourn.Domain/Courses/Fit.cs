using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Courses;

public enum FitLevel
{
    Fits,
    Partly,
    DoesNotFit,
}

/// <summary>How a programme suits what a person comes for and hopes for, with the reason. It compares words; people judge.</summary>
public sealed record Fit(Programme Programme, FitLevel Level, string Why)
{
    /// <param name="words">What the person comes for.</param>
    /// <param name="hopes">What they hope for, line by line.</param>
    /// <param name="painSince">First day of the month in which pain began; null when it is not known.</param>
    public static Fit Of(Programme programme, string? words, IReadOnlyList<string> hopes, DateOnly? painSince, DateOnly today)
    {
        if (ConditionSearch.Offer(programme.Conditions, words) is [var condition, ..])
        {
            if (ConditionSearch.Likeness(condition, words) < ConditionSearch.EveryWord)
            {
                return new(programme, FitLevel.Partly, $"What they come for is only a little like {condition.Term}.");
            }

            return programme.ChronicAfterMonths is { Value: var months } && painSince is { } since && Chronic.Label(since, months, today) is { } label
                ? new(programme, FitLevel.Partly, $"It is for {condition.Term}; the pain is {label}.")
                : new(programme, FitLevel.Fits, $"It is for {condition.Term}.");
        }

        return hopes.Select(hope => ConditionSearch.Offer(programme.Conditions, hope)).FirstOrDefault(offered => offered.Count > 0) is [var hoped, ..]
            ? new(programme, FitLevel.Partly, $"They hope for help with what it treats ({hoped.Term}), but come for something else.")
            : new(programme, FitLevel.DoesNotFit, string.IsNullOrWhiteSpace(words) ? "Nobody has written what they come for." : $"Nothing in its list is like “{words.Trim()}”.");
    }
}
