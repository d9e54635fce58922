using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Tasks;
using Sojourn.Clinic.Tests.Plans;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tests.Boosters;

public sealed class TalkingAboutABooster
{
    [Fact] // BOOST-1, BOOST-4
    public async Task Proposed_by_the_therapist_it_waits_for_the_others_and_is_then_there_to_be_booked()
    {
        await using var course = await AfterTheSeries();
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "Relief is wearing off", Party.Therapist), course.Therapist);
        await course.Clinic.React();
        var current = Sheet(course).Current!;
        Assert.Equal([Party.Prescriber, Party.Patient], current.Missing);
        Assert.Equal([course.Prescriber.Text], course.Clinic.Read(TaskRecords.Open).Where(t => t.Kind == "decide-on-booster").Select(t => t.Owner));

        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 1, Party.Prescriber, yes: true, null), course.Prescriber);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 1, Party.Patient, yes: true, null), course.Patient);
        await course.Clinic.React();
        Assert.Equal("agreed", Sheet(course).Current!.Row.State);
        Assert.Equal(["book-booster"], course.Clinic.Read(TaskRecords.Open).Where(t => t.Kind.EndsWith("booster", StringComparison.Ordinal)).Select(t => t.Kind));
    }

    [Fact] // BOOST-4
    public async Task Booking_it_answers_the_front_desk_and_losing_that_session_asks_again()
    {
        await using var course = await AfterTheSeries();
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "Relief is wearing off", Party.Therapist), course.Therapist);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 1, Party.Prescriber, yes: true, null), course.Prescriber);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 1, Party.Patient, yes: true, null), course.Patient);
        await course.Clinic.React();
        var session = await course.BookMedicine(course.Clinic.Now.AddDays(8));
        await course.Clinic.React();
        Assert.Empty(ToBook(course));

        await course.Clinic.Do(desk => desk.Do(SessionSlice.Slice, session.Value, new Session.Command.Cancel("They have a cold.")), course.Therapist);
        await course.Clinic.React();
        Assert.Equal(["Book booster 1: all have agreed"], ToBook(course));
    }

    [Fact] // BOOST-5
    public async Task The_patients_no_ends_it_and_the_reason_is_kept()
    {
        await using var course = await AfterTheSeries();
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "fortnightly", "To hold the gain", Party.Prescriber), course.Prescriber);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 1, Party.Patient, yes: false, "I feel well"), course.Patient);
        await course.Clinic.React();
        var sheet = Sheet(course);
        Assert.Null(sheet.Current);
        Assert.Equal(("declined", "I feel well"), (sheet.Rounds[0].Row.State, sheet.Rounds[0].No!.Reason));
        Assert.DoesNotContain(course.Clinic.Read(TaskRecords.Open), t => t.Kind == "decide-on-booster");
    }

    [Fact] // BOOST-2: the day of the last dose in Vancouver, not in Greenwich
    public async Task Days_are_counted_in_the_clinics_zone()
    {
        await using var course = await AfterTheSeries();
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "To hold the gain", Party.Therapist), course.Therapist);
        var row = Sheet(course).Current!.Row;
        Assert.Equal((new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 30)), (row.LastMedicineOn, row.EarliestOn, row.LatestOn));
    }

    [Fact] // BOOST-2
    public async Task Before_the_series_is_given_there_is_no_booster()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose();
        await course.AgreeAll();
        Assert.Equal(["booster.no-medicine-yet"], await course.Clinic.Refused(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "Early", Party.Therapist), course.Therapist));
        await course.GoHome(await course.Dose(course.Clinic.Now), course.Clinic.Now.AddHours(3));
        Assert.Equal(["booster.series-not-finished"], await course.Clinic.Refused(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "Early", Party.Therapist), course.Therapist));
        Assert.False(Sheet(course).SeriesIsGiven);
    }

    [Fact] // BOOST-5: R-44
    public async Task Beyond_the_series_no_medicine_is_booked_unless_all_three_have_agreed()
    {
        await using var course = await AfterTheSeries();
        Assert.Equal(["booster.not-agreed"], BeforeBooking(course));
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "Relief is wearing off", Party.Therapist), course.Therapist);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 1, Party.Patient, yes: false, "I feel well"), course.Patient);
        Assert.Equal(["booster.not-agreed"], BeforeBooking(course));

        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "It came back", Party.Therapist), course.Therapist);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 2, Party.Prescriber, yes: true, null), course.Prescriber);
        Assert.Equal(["booster.not-agreed"], BeforeBooking(course));
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 2, Party.Patient, yes: true, null), course.Patient);
        Assert.Empty(BeforeBooking(course));
    }

    [Fact] // told on the earliest day, once, and a proposal answers it; at the next rung by the exit rule at once
    public async Task TheLadder_tells_somebody_when_a_booster_can_be_talked_about_and_when_its_next_step_comes()
    {
        await using var course = await AfterTheSeries();
        await course.Clinic.React();
        course.Clinic.Now = new DateTimeOffset(2026, 11, 26, 20, 0, 0, TimeSpan.Zero);
        await CourseTick.Pass(course.Clinic.Runner);
        Assert.Empty(ToTalk(course));
        course.Clinic.Now = course.Clinic.Now.AddDays(1);
        await CourseTick.Pass(course.Clinic.Runner);
        await CourseTick.Pass(course.Clinic.Runner);
        Assert.Equal(["A booster can be talked about: weekly, from 27-Nov-2026 on"], ToTalk(course));
        Assert.True(course.Clinic.Read(records => TalkingAboutBoosters.IsOpen(records, course.Course)));
        Assert.DoesNotContain(course.Clinic.Read(records => SessionRecords.OfCourse(records, course.Course.Value)), session => session.State == "booked" && session.FromAt > course.Clinic.Now);

        await Booster(course, 1, "weekly");
        Assert.Empty(ToTalk(course));
        for (var number = 2; number <= 4; number++)
        {
            course.Clinic.Now = course.Clinic.Now.AddDays(8);
            await Booster(course, number, "weekly");
        }

        await CourseTick.Pass(course.Clinic.Runner);
        Assert.Equal(["The ladder comes to its next step, “Every other week”: talk about the next booster"], ToTalk(course));
        // Another rung than suggested may be chosen.
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "monthly", "They are well", Party.Therapist), course.Therapist);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 5, Party.Patient, yes: false, "Not now"), course.Patient);
        await course.Clinic.React();
        Assert.Empty(ToTalk(course));
        Assert.Equal(["booster.not-agreed"], BeforeBooking(course));
    }

    /// <summary>Proposed, agreed by three and given.</summary>
    private static async Task Booster(PlannedCourse course, int number, string step)
    {
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, step, "To hold the gain", Party.Therapist), course.Therapist);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, number, Party.Prescriber, yes: true, null), course.Prescriber);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, number, Party.Patient, yes: true, null), course.Patient);
        await course.Clinic.React();
        await course.GoHome(await course.Dose(course.Clinic.Now), course.Clinic.Now.AddHours(3));
        await course.Clinic.React();
        course.Clinic.Now = course.Clinic.Now.AddHours(3);
    }

    private static IEnumerable<string> ToTalk(PlannedCourse course) => course.Clinic.Read(TaskRecords.Open).Where(t => t.Kind == "talk-about-booster").Select(t => t.Words);

    [Fact] // BOOST-8
    public async Task A_nurse_says_neither_the_therapists_nor_the_prescribers_yes()
    {
        await using var course = await AfterTheSeries();
        Assert.Equal(["booster.not-that-role"], await course.Clinic.Refused(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "Why", Party.Therapist), course.Nurse));
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "Why", Party.Therapist), course.Therapist);
        Assert.Equal(["booster.not-that-role"], await course.Clinic.Refused(desk => BoosterDesk.Decide(desk, course.Course, 1, Party.Prescriber, yes: true, null), course.Nurse));
    }

    [Fact]
    public async Task Rebuilt_equals_kept_up()
    {
        await using var course = await AfterTheSeries();
        await course.Clinic.Do(desk => BoosterDesk.Propose(desk, course.Course, "weekly", "Why", Party.Therapist), course.Therapist);
        await course.Clinic.Do(desk => BoosterDesk.Decide(desk, course.Course, 1, Party.Patient, yes: false, null), course.Patient);
        await course.Clinic.RebuiltEqualsKeptUp("booster-board");
    }

    /// <summary>Six sessions are given; the last on Friday evening in Vancouver, when it is Saturday in Greenwich.</summary>
    private static async Task<PlannedCourse> AfterTheSeries()
    {
        var course = await PlannedCourse.Open();
        var last = new DateTimeOffset(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
        for (var session = 5; session >= 0; session--)
        {
            await course.GoHome(await course.Dose(last.AddDays(-6 * session)), last.AddDays(-6 * session).AddHours(3));
        }

        await course.Propose();
        await course.AgreeAll();
        return course;
    }

    private static IEnumerable<string> ToBook(PlannedCourse course) => course.Clinic.Read(TaskRecords.Open).Where(t => t.Kind == "book-booster").Select(t => t.Words);

    private static IEnumerable<string> BeforeBooking(PlannedCourse course) => course.Clinic.Read(records =>
        BoosterRule.BeforeBooking(records, course.AtHand.Programme, course.Course, Guid.CreateVersion7(), course.Clinic.Now.AddDays(8)).Select(reason => reason.Code).ToList());

    private static BoosterSheet Sheet(PlannedCourse course) => course.Clinic.Read(records => BoosterRecords.Of(records, course.AtHand, course.Clinic.Now));
}
