using Sojourn.Domain.Courses;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Tests.Courses;

public sealed class FindingACondition
{
    [Theory]
    [InlineData("chronic regional pain", "crps")]
    [InlineData("Chronic Regional Pain.", "crps")]
    [InlineData("CRPS", "crps")]
    [InlineData("they say it is regional pain syndrome", "crps")]
    [InlineData("cronic regional pain", "crps")]
    [InlineData("fibromialgia", "fibromyalgia")]
    [InlineData("fibromyaliga", "fibromyalgia")]
    [InlineData("Fibro", "fibromyalgia")]
    public void COURSE_7_What_people_type_offers_the_standard_term(string words, string condition) =>
        Assert.Equal(condition, ConditionSearch.Offer(Invented.Programme.Conditions, words)[0].Id);

    [Fact]
    public void COURSE_7_What_is_much_less_like_than_the_best_is_not_offered() =>
        Assert.Equal(["crps"], ConditionSearch.Offer([.. Invented.Programme.Conditions, new("pain", "Chronic pain", [], null, null, null)], "chronic regional pain").Select(condition => condition.Id));

    [Theory]
    [InlineData("low mood")]
    [InlineData("")]
    [InlineData(null)]
    public void COURSE_7_What_is_like_nothing_offers_nothing(string? words) => Assert.Empty(ConditionSearch.Offer(Invented.Programme.Conditions, words));

    [Theory]
    [InlineData("2026-09-22", 2)]
    [InlineData("2026-08-23", 2)]
    [InlineData("2026-08-22", 3)]
    [InlineData("2026-08-01", 3)]
    [InlineData("2025-11-22", 12)]
    public void COURSE_8_Whole_months_are_counted(string since, int months) =>
        Assert.Equal(months, Chronic.WholeMonths(DateOnly.Parse(since), new DateOnly(2026, 11, 22)));

    [Theory]
    [InlineData("2026-09-01", 3, "not yet chronic by this programme's definition (3 months)")]
    [InlineData("2026-08-22", 3, null)]
    [InlineData("2026-08-22", 6, "not yet chronic by this programme's definition (6 months)")]
    [InlineData("2026-05-22", 6, null)]
    public void COURSE_8_Pain_below_the_programmes_months_has_a_label(string since, int months, string? label) =>
        Assert.Equal(label, Chronic.Label(DateOnly.Parse(since), months, new DateOnly(2026, 11, 22)));

    [Fact]
    public void COURSE_7_Of_two_names_that_were_said_whole_the_longer_stands_first()
    {
        TreatedCondition[] two = [new("depression", "Depression", [], null, null, null), new("resistant", "Treatment-resistant depression", [], null, null, null)];
        Assert.Equal("resistant", ConditionSearch.Offer(two, "treatment resistant depresion")[0].Id);
    }
}
