using Sojourn.Domain.Courses;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Tests.Courses;

public sealed class FittingAProgramme
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    [Theory]
    [InlineData("chronic regional pain", "sleep", null, FitLevel.Fits, "It is for Complex regional pain syndrome (CRPS).")]
    [InlineData("chronic regional pain", "sleep", "2026-10-01", FitLevel.Partly, "It is for Complex regional pain syndrome (CRPS); the pain is not yet chronic by this programme's definition (3 months).")]
    [InlineData("chronic regional pain", "sleep", "2026-08-01", FitLevel.Fits, "It is for Complex regional pain syndrome (CRPS).")]
    [InlineData("complex trouble", "sleep", null, FitLevel.Partly, "What they come for is only a little like Complex regional pain syndrome (CRPS).")]
    [InlineData("low mood", "less fibromyalgia", null, FitLevel.Partly, "They hope for help with what it treats (Fibromyalgia), but come for something else.")]
    [InlineData("low mood", "sleep", null, FitLevel.DoesNotFit, "Nothing in its list is like “low mood”.")]
    [InlineData(null, "sleep", null, FitLevel.DoesNotFit, "Nobody has written what they come for.")]
    public void COURSE_9_A_programme_fits_partly_fits_or_does_not_and_says_why(string? words, string hope, string? since, FitLevel level, string why)
    {
        var programme = Invented.Programme with { ChronicAfterMonths = new Sourced<int>(3, Invented.Nowhere) };
        var fit = Fit.Of(programme, words, [hope], since is null ? null : DateOnly.Parse(since), Today);
        Assert.Equal((level, why), (fit.Level, fit.Why));
    }
}
