using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Measures.Assigning;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Measures;

/// <summary>MEAS-1 to MEAS-3, R-23: what a programme's schedule says is asked by itself, at its time, once.</summary>
public sealed class AskingByProgramme : IAsyncLifetime
{
    private static readonly TimeZoneInfo Vancouver = TimeZoneInfo.FindSystemTimeZoneById("America/Vancouver");

    private MeasureClinic clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await MeasureClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Theory]
    [InlineData("rise-chronic-pain")]
    [InlineData("atma-chronic-pain")]
    public async Task Everybody_who_begins_a_pain_programme_is_asked_about_anxiety_and_depression(string programme)
    {
        var course = await clinic.OpenCourse(programme);
        var asked = clinic.Asked();
        Assert.Contains(asked, row => row.InstrumentId == "phq-9");
        Assert.Contains(asked, row => row.InstrumentId == "gad-7");
        Assert.All(asked, row => Assert.Equal((course, "open", true), (row.CourseId!.Value, row.State, row.TakesAnswers(clinic.Now))));
    }

    [Fact]
    public async Task A_reaction_that_happens_twice_asks_once()
    {
        await clinic.OpenCourse();
        var once = clinic.Asked().Count;
        await clinic.Runner.Keep(records => records.Set("update reactor_position set position = 0"));
        await clinic.React();
        Assert.Equal(once, clinic.Asked().Count);
    }

    [Fact]
    public async Task An_early_form_leads_on_to_the_long_one_only_from_its_cut_point_up()
    {
        await clinic.OpenCourse();
        Assert.Empty(clinic.Asked("pcl-5"));
        await AnswerPtsd(yes: 3);
        Assert.Empty(clinic.Asked("pcl-5"));
        await clinic.OpenCourse("hea-trauma");
        await AnswerPtsd(yes: 4);
        Assert.NotEmpty(clinic.Asked("pcl-5"));
    }

    [Fact]
    public async Task A_medicine_session_asks_from_the_day_before_it()
    {
        var course = await clinic.OpenCourse();
        var from = clinic.Now.AddDays(10);
        var session = await clinic.BookMedicine(course, from);
        var peg = Assert.Single(clinic.Asked("peg"), row => row.SessionId == session);
        Assert.Equal((from.AddDays(-1), from, from.AddHours(4), false), (peg.OpensAt, peg.DueAt, peg.ClosesAt, peg.TakesAnswers(clinic.Now)));
        Assert.DoesNotContain(clinic.Read(records => MeasureRecords.OpenFor(records, clinic.Ana.Value, clinic.Now)), row => row.Id == peg.Id);
        Assert.DoesNotContain(clinic.Asked("bladder-check"), row => row.SessionId == session);
    }

    [Fact]
    public async Task Every_fourth_session_asks_about_the_bladder()
    {
        var course = await clinic.OpenCourse();
        for (var number = 1; number <= 4; number++)
        {
            var session = await clinic.BookMedicine(course, clinic.Now.AddDays(14 * number), number);
            Assert.Equal(number == 4, clinic.Asked("bladder-check").Any(row => row.SessionId == session));
        }
    }

    [Fact]
    public async Task A_session_that_moves_takes_its_questions_with_it_and_a_cancelled_one_withdraws_them()
    {
        var course = await clinic.OpenCourse();
        var session = await clinic.BookMedicine(course, clinic.Now.AddDays(10));
        var later = clinic.Now.AddDays(12);
        await clinic.Do(desk => desk.Do(SessionSlice.Slice, session.Value, new Session.Command.Move(clinic.Place(later), BookingFacts.Clear, "asked for")));
        await clinic.React();
        var rows = clinic.Asked("peg").Where(row => row.SessionId == session).ToList();
        Assert.Equal(["declined", "open"], rows.Select(row => row.State));
        Assert.Equal(later, rows[1].DueAt);

        await clinic.Do(desk => desk.Do(SessionSlice.Slice, session.Value, new Session.Command.Cancel("ill")));
        await clinic.React();
        Assert.All(clinic.Asked().Where(row => row.SessionId == session), row => Assert.Equal("declined", row.State));
    }

    [Fact]
    public async Task What_was_answered_within_the_week_is_not_asked_again_before_the_session()
    {
        var course = await clinic.OpenCourse();
        var session = await clinic.BookMedicine(course, clinic.Now.AddDays(5));
        Assert.Contains(clinic.Asked("phq-9"), row => row.SessionId == session && row.IsOpen);
        var intake = clinic.Asked("phq-9").Single(row => row.SessionId is null);
        await clinic.Do(desk => AnsweringAMeasure.AnswerAll(desk, intake.Id, Enumerable.Range(1, 9).ToDictionary(i => $"phq9-{i}", _ => (decimal?)0, StringComparer.Ordinal)), Actor.Person(clinic.Ana));
        await clinic.React();
        Assert.DoesNotContain(clinic.Asked("phq-9"), row => row.SessionId == session && row.IsOpen);
        var next = await clinic.BookMedicine(course, clinic.Now.AddDays(6));
        Assert.DoesNotContain(clinic.Asked("phq-9"), row => row.SessionId == next);
        var far = await clinic.BookMedicine(course, clinic.Now.AddDays(20));
        Assert.Contains(clinic.Asked("phq-9"), row => row.SessionId == far);
    }

    [Fact]
    public async Task Going_home_asks_at_the_programmes_hours_and_after_the_first_time_once_a_day_for_fourteen_days()
    {
        var course = await clinic.OpenCourse();
        var session = await clinic.BookMedicine(course, clinic.Now.AddDays(1));
        var home = clinic.Now.AddDays(1).AddHours(4);
        await clinic.Discharge(session, home);

        Assert.Equal([home.AddHours(24), home.AddHours(72)], clinic.Asked("day-check").Select(row => row.OpensAt));
        Assert.Equal(home, Assert.Single(clinic.Asked("session-debrief")).OpensAt);
        var days = clinic.Asked("daily-pain");
        Assert.Equal(14, days.Count);
        Assert.Equal("Day 1 of 14 after your first treatment.", days[0].Reason);
        Assert.All(days, row => Assert.Equal(new TimeOnly(12, 0), TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.OpensAt, Vancouver).DateTime)));
        Assert.Equal(Enumerable.Range(1, 14).Select(n => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(home, Vancouver).DateTime).AddDays(n)), days.Select(row => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(row.OpensAt, Vancouver).DateTime)));
        Assert.All(days.Zip(days.Skip(1)), pair => Assert.True(pair.First.ClosesAt < pair.Second.OpensAt));

        var second = await clinic.BookMedicine(course, clinic.Now.AddDays(14), 2);
        await clinic.Discharge(second, clinic.Now.AddDays(14).AddHours(4));
        Assert.Equal(14, clinic.Asked("daily-pain").Count);
        Assert.Equal(4, clinic.Asked("day-check").Count);
    }

    [Fact]
    public async Task A_day_that_nobody_answers_stays_missing_and_a_week_asks_for_the_next_one()
    {
        var course = await clinic.OpenCourse();
        var session = await clinic.BookMedicine(course, clinic.Now.AddDays(1));
        await clinic.Discharge(session, clinic.Now.AddDays(1).AddHours(4));
        clinic.Now += TimeSpan.FromDays(15);
        await Clocks.Look(clinic.Runner);
        await clinic.React();
        Assert.All(clinic.Asked("daily-pain"), row => Assert.Equal("lapsed", row.State));
        var weekly = clinic.Asked("kap-weekly").Where(row => row.Reason == AskingReasons.Weekly).ToList();
        Assert.Equal(["lapsed", "open"], weekly.Select(row => row.State));
        Assert.Equal(14, (weekly[1].OpensAt - weekly[0].OpensAt).Days);
    }

    [Fact]
    public async Task The_first_series_over_months_are_asked_after_its_last_medicine_session()
    {
        var course = await clinic.OpenCourse();
        var session = await clinic.BookMedicine(course, clinic.Now.AddDays(1));
        await clinic.Discharge(session, clinic.Now.AddDays(1).AddHours(4));
        var booster = clinic.Runner.Programmes.Find("rise-chronic-pain")!.Phases.First(phase => phase.Kind == PhaseKind.Booster);
        await clinic.Do(desk => desk.Do(CourseSlice.Slice, course.Value, new Course.Command.EnterPhase(course, booster, FoundSuitable: true)));
        await clinic.React();
        Assert.Equal(4, clinic.Asked("pgic-7").Count);
        Assert.Contains(clinic.Asked("phq-9"), row => row.Reason == AskingReasons.Monthly);
    }

    [Fact]
    public async Task A_closed_course_asks_nothing_more()
    {
        var course = await clinic.OpenCourse();
        await clinic.Do(desk => desk.Do(CourseSlice.Slice, course.Value, new Course.Command.Close("moved away", null)));
        await clinic.React();
        Assert.All(clinic.Asked(), row => Assert.Equal(("declined", "The course was closed."), (row.State, row.EndedWhy)));
    }

    private async Task AnswerPtsd(int yes)
    {
        var open = clinic.Asked("pc-ptsd-5").Last(row => row.IsOpen);
        var items = clinic.Runner.Instruments.Find("pc-ptsd-5")!.Items;
        var scored = 0;
        var answers = items.ToDictionary(item => item.Id, item => (decimal?)(item.Gate is not null ? 1 : item.Scored && scored++ < yes ? 1 : 0), StringComparer.Ordinal);
        await clinic.Do(desk => AnsweringAMeasure.AnswerAll(desk, open.Id, answers), Actor.Person(clinic.Ana));
        await clinic.React();
    }
}
