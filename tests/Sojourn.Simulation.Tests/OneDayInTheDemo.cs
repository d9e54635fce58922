using Sojourn.Clinic.Running;

namespace Sojourn.Simulation.Tests;

public sealed class OneDayInTheDemo(OneDemo demo) : IClassFixture<OneDemo>
{
    [Fact]
    public void Nothing_in_the_inbox_is_more_than_three_days_over()
    {
        using var records = demo.Read();
        Assert.Empty(records.All<string>("select kind || ': ' || words || ', due ' || due_at from task where state in ('open', 'taken') and due_at < @since", new { since = demo.Now.AddDays(-3) }));
    }

    [Fact]
    public void Few_things_are_over()
    {
        using var records = demo.Read();
        var over = records.All<string>("select words from task where state in ('open', 'taken') and due_at < @Now", new { demo.Now });
        Assert.True(over.Count <= 6, string.Join('\n', over));
    }

    [Fact]
    public void Staff_have_read_what_was_answered_before_this_morning()
    {
        using var records = demo.Read();
        Assert.Equal(0, records.Value<int>("select count(*) from measure where state = 'finished' and read_at is null and finished_at < @since", new { since = demo.Now.AddDays(-1) }));
    }

    [Fact]
    public void Six_come_to_the_long_room_on_the_next_working_day()
    {
        using var records = demo.Read();
        Assert.Equal(6, records.Value<int>(
            "select count(*) from session s join room r on r.id = s.room_id where r.name = 'Long room' and s.state = 'booked' and s.from_at between @from and @to",
            new { from = demo.Now.AddDays(1), to = demo.Now.AddDays(4) }));
    }

    [Fact]
    public void Today_a_group_of_six_is_under_way_in_the_long_room_with_one_coming_back_and_one_before_the_gate()
    {
        using var records = demo.Read();
        var given = records.All<string>(
            "select coalesce(m.first_dose_at, '') from session s join room r on r.id = s.room_id join medicine_session m on m.session_id = s.id where r.name = 'Long room' and s.from_at between @from and @Now order by m.first_dose_at",
            new { from = demo.Now.AddHours(-4), demo.Now });
        Assert.Equal(6, given.Count);
        Assert.Empty(given[0]);
        Assert.Equal(5, given.Skip(1).Distinct().Count());
        Assert.Equal(1, records.Value<int>("select count(*) from medicine_moment where kind = 'effects-lessening' and happened_at > @since", new { since = demo.Now.AddMinutes(-30) }));
    }

    [Fact]
    public void Hardly_anybody_says_what_another_has_said()
    {
        using var records = demo.Read();
        Assert.All(
            new[] { ("inquiry", "message", 2), ("plan_goal", "words", 4), ("medicine_moment", "words", 40) },
            of => Assert.True(records.Value<int>($"select max(n) from (select count(*) as n from {of.Item1} where {of.Item2} like '% %' group by {of.Item2})") <= of.Item3, of.Item1));
    }

    [Fact]
    public void At_least_eight_people_have_an_allergy()
    {
        using var records = demo.Read();
        Assert.True(records.Value<int>("select count(distinct person_id) from person_allergy") >= 8);
    }

    [Fact]
    public void Every_programme_has_a_course_that_goes_on()
    {
        using var records = demo.Read();
        Assert.Equal(7, records.Value<int>("select count(distinct programme_id) from course where state = 'open'"));
    }

    [Fact]
    public void A_pressure_has_risen_in_a_room_today() => Assert.Equal(1, Risen(demo));

    /// <summary>What a weekend moves must not take the rooms of those whose day is today.</summary>
    [Fact]
    public async Task On_a_Monday_too()
    {
        await using var monday = new OneDemo { Today = new(2026, 11, 23), People = 24 };
        await monday.InitializeAsync();
        Assert.Equal(1, Risen(monday));
    }

    private static int Risen(OneDemo demo)
    {
        using var records = demo.Read();
        return records.Value<int>(
            "select count(distinct a.session_id) from medicine_alert a join session s on s.id = a.session_id where s.state = 'running' and s.from_at > @since", new { since = demo.Now.AddHours(-6) });
    }

    [Fact]
    public async Task The_same_day_and_seed_give_the_same_clinic()
    {
        var again = new OneDemo();
        await using var other = again;
        await again.InitializeAsync();
        var (one, two) = (await demo.Journal.Head(TestContext.Current.CancellationToken), await again.Journal.Head(TestContext.Current.CancellationToken));
        Assert.Equal((one.Position, Convert.ToHexString(one.Hash.Span)), (two.Position, Convert.ToHexString(two.Hash.Span)));
    }
}
