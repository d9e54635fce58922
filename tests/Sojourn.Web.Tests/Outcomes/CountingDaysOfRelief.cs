using System.Net;
using Sojourn.Clinic.Outcomes;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Tests.Plans;

namespace Sojourn.Web.Tests.Outcomes;

/// <summary>R-37: days of relief with other treatments in between and without, counted and not claimed.</summary>
public sealed class CountingDaysOfRelief(RunningClinic clinic) : IClassFixture<RunningClinic>
{
    private static readonly DateOnly Start = new(2026, 3, 2);
    private static readonly ReliefDay Rule = new(30, 3, new Source(SourceStatus.Default, ""));

    [Fact]
    public void A_day_of_relief_is_at_least_so_many_percent_below_the_days_before_the_first_session_as_the_programme_says()
    {
        var beside = BesideMedicine.Of(Rule, [Start], [(Start.AddDays(-2), 10m), (Start.AddDays(-1), 10m), (Start.AddDays(1), 7m), (Start.AddDays(2), 7.1m), (Start.AddDays(3), 2m)], [], Start.AddDays(5));
        Assert.Equal(new Stretch(Start, Start.AddDays(6), 0, 3, 2), Assert.Single(beside.Stretches));
        var stricter = BesideMedicine.Of(Rule with { PercentLess = 50 }, [Start], [(Start.AddDays(-1), 10m), (Start.AddDays(1), 7m), (Start.AddDays(2), 5m)], [], Start.AddDays(5));
        Assert.Equal(1, Assert.Single(stricter.Stretches).Relieved);
        Assert.All(clinic.Runner.Programmes.ById.Values, programme => Assert.Equal((30, 3, "known COHEN-SUM: 30 % less pain counts as relief; the stretches are a default"), (programme.ReliefDay!.PercentLess, programme.ReliefDay.Stretches, programme.ReliefDay.Source.ToString())));
    }

    [Fact]
    public void The_days_of_sessions_belong_to_no_stretch_and_a_day_counts_once()
    {
        var next = Start.AddDays(7);
        var beside = BesideMedicine.Of(
            Rule,
            [Start, next],
            [(Start.AddDays(-1), 8m), (Start, 1m), (Start.AddDays(1), 8m), (Start.AddDays(1), 1m), (next, 1m), (next.AddDays(1), 1m)],
            [new(next.AddDays(1), "Massage", Here: false), new(next, "Massage", Here: false)],
            next.AddDays(1));
        Assert.Equal([(0, 1, 1), (1, 1, 1)], beside.Stretches.Select(stretch => (stretch.Others, stretch.Answered, stretch.Relieved)));
    }

    [Fact]
    public void Two_of_a_kind_or_no_answer_before_are_not_enough()
    {
        Assert.False(Stretches(with: 2, without: 3).IsEnough);
        Assert.False(Stretches(with: 3, without: 2).IsEnough);
        Assert.True(Stretches(with: 3, without: 3).IsEnough);
        Assert.False((Stretches(with: 3, without: 3) with { Before = null }).IsEnough);
    }

    [Fact]
    public async Task A_visit_elsewhere_is_a_mark_in_the_chart_and_few_data_are_said_to_be_few()
    {
        var patient = await TreatedPatient.Of(clinic, "Relief");
        using var therapist = await clinic.Client("therapist");
        var page = $"/people/{patient.Person.Value}/outcomes";
        Assert.Contains("No other treatment is written down.", await therapist.GetStringAsync(page), StringComparison.Ordinal);
        var now = clinic.Runner.Now;
        await clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Sojourn.Text, journal =>
        {
            journal.Append($"session/{Guid.CreateVersion7():D}", 0, [
                EventRegistry.Shipped.Write(new Session.Event.Booked(new Visit(SessionKind.Medicine, "medicine", patient.Person, null, patient.Course, 1, null), new Place(clinic.Site, null, now.AddDays(-20), now.AddDays(-20).AddHours(2), [clinic.Staff["therapist"]]), null)),
                EventRegistry.Shipped.Write(new Session.Event.Held(SessionKind.Medicine, now.AddDays(-20), null)),
            ]);
            return true;
        });
        foreach (var (lane, what) in new[] { ("complementary", "Kneading"), ("medicine", "A drip") })
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await RunningClinic.Post(therapist, patient.Page("lanes"), $"{patient.Page("lanes")}/visits", new() { ["visit-lane"] = lane, ["what"] = what, ["on"] = now.AddDays(-10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) })).StatusCode);
        }

        await clinic.Settle();
        var shown = await therapist.GetStringAsync(page);
        Assert.Contains("\"words\":\"Kneading\",\"here\":false", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("A drip", shown, StringComparison.Ordinal);
        Assert.Contains("days of relief cannot be counted", shown, StringComparison.Ordinal);
    }

    /// <summary>Weeks with one answered day each, some with a massage in them.</summary>
    private static BesideMedicine Stretches(int with, int without)
    {
        var sessions = Enumerable.Range(0, with + without).Select(week => Start.AddDays(7 * week)).ToList();
        return BesideMedicine.Of(
            Rule,
            sessions,
            [(Start.AddDays(-1), 8m), .. sessions.Select(day => (day.AddDays(1), 2m))],
            [.. sessions.Take(with).Select(day => new OtherTreatment(day.AddDays(2), "Massage", Here: false))],
            sessions[^1].AddDays(6));
    }
}
