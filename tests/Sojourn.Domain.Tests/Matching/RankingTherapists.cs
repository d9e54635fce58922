using Sojourn.Domain.Kernel;
using Sojourn.Domain.Matching;
using Sojourn.Domain.Staff;

namespace Sojourn.Domain.Tests.Matching;

/// <summary>R-32: who is offered, in which order.</summary>
public sealed class RankingTherapists
{
    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly MatchAnswers Answers = new("French", ["pain", "trauma"], ["body"], ["morning"], "room");

    [Fact]
    public void Nobody_without_KAP_training_that_holds_today_is_offered() => Assert.Empty(Ranking.Of(
        Answers, [One("a") with { KapUntil = null }, One("b") with { KapUntil = Today.AddDays(-1) }, One("c") with { KapFrom = Today.AddDays(1) }], Today));

    [Fact]
    public void The_points_are_those_stated_and_every_one_has_its_reason()
    {
        var offer = Assert.Single(Ranking.Of(Answers, [One("a") with { Profile = new(["french"], ["body"], ["pain"], ["morning"], ["room"]) }], Today));
        Assert.Equal(Ranking.Language + Ranking.Known + Ranking.Way + Ranking.Time + Ranking.Meeting, offer.Points);
        Assert.Equal(["Speaks French: 4 points", "Works with long-lasting pain: 3 points", "Attention to body and breath: 2 points", "Free in the morning: 1 point", "Meets people at the clinic: 1 point"], offer.Reasons);
        Assert.Equal(["Does not name trauma"], offer.Without);
    }

    [Fact]
    public void Of_the_same_points_the_one_who_is_free_first_stands_first_and_three_are_offered() => Assert.Equal(
        ["z-early", "y-late", "a-never"],
        Ranking.Of(Answers, [One("a-never") with { FirstFree = null }, One("y-late") with { FirstFree = Monday.AddDays(2) }, One("z-early"), One("b-never") with { FirstFree = null }], Today).Select(offer => offer.Name));

    [Fact]
    public void Whoever_works_elsewhere_is_offered_only_by_video()
    {
        var far = One("far") with { AtSite = false, Profile = Profile.Nothing with { Meets = ["video"] } };
        Assert.Empty(Ranking.Of(Answers, [far], Today));
        Assert.Single(Ranking.Of(Answers with { Meeting = null }, [far], Today));
    }

    private static Candidate One(string name) => new(new StaffId(Guid.CreateVersion7()), name, Profile.Nothing, Today.AddYears(-1), Today, AtSite: true, Monday);
}
