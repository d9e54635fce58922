using Sojourn.Clinic.Boosters;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Tests.Courses;

/// <summary>R-45, R-46: medicine thins out month by month, counselling stays steady; two that are missed in a row ask for review; after month six a treatment is occasional and needs a reason.</summary>
public sealed class SixMonthsOfPain : IAsyncDisposable
{
    private const string Pain = "rise-chronic-pain";
    private static readonly DateTimeOffset First = new(2026, 11, 30, 18, 0, 0, TimeSpan.Zero);

    /// <summary>Days after the first on which medicine is given.</summary>
    private static readonly int[] MedicineDays = [0, 14, 35, 63, 105, 150];

    private ClinicAtWork clinic = null!;
    private PersonId person;
    private CourseId course;

    /// <summary>Days after the first on which the three talk about the next one; the plan agreed on holds the first two.</summary>
    private static readonly int[] TalkDays = [31, 59, 101, 146];

    [Fact] // from the first day to the occasional treatment, on one clock
    public async Task R_45_R_46_Six_months_with_two_counsellings_missed_and_an_occasional_treatment_afterwards()
    {
        await Begin();
        await AgreeOnPlan();
        Assert.Equal([(2, 3), (1, 2), (1, 2), (0, 1), (0, 1), (1, 1)], Months().Months.Select(month => Range(month.Cells[0])));
        Assert.Equal([(2, 4), (2, 4), (2, 4), (2, 4), (2, 4), (2, 4)], Months().Months.Select(month => Range(month.Cells[1])));
        Assert.Null(Months().FirstOn);

        for (var day = 0; day <= 182; day++)
        {
            clinic.Now = First.AddDays(day);
            if (MedicineDays.Contains(day))
            {
                await Medicine(clinic.Now);
            }

            if (TalkDays.Contains(day))
            {
                await DecideByThree(day);
            }

            if (day % 14 == 3)
            {
                await Counselling(clinic.Now, held: day is not (73 or 87));
            }

            await clinic.React();
            await CourseTick.Pass(clinic.Runner);
            await CourseTick.Pass(clinic.Runner);
            await clinic.React();
            Assert.Equal(day < 30 ? "month-1" : day < 91 ? "months-2-3" : "months-4-6", Course().Phase);
            switch (day)
            {
                case 73:
                    Assert.Null(Review());
                    break;
                case 87:
                    Assert.Equal("The taper asks for review: 2 talking sessions missed in a row", Review()!.Words);
                    Assert.Equal($"courses/{course.Value}/commitment", Review()!.Resource);
                    Assert.Equal(Actor.Staff(clinic.Therapist).Text, Review()!.Owner);
                    break;
                case 90:
                    var review = Review()!.Id.Value;
                    await clinic.Do(desk => desk.Do(TaskSlice.Slice, review, new Chore.Command.Finish("We go on; they were ill.")), Actor.Staff(clinic.Therapist));
                    Assert.Null(Review());
                    break;
            }
        }

        var months = Months();
        Assert.Equal(["agreed taper", "declined taper", "agreed taper", "agreed monthly", "agreed monthly"], Boosters().Rounds.Reverse().Select(round => $"{round.Row.State} {round.Row.Step}"));
        Assert.Equal("My grandchild is born that week", Boosters().Rounds.Single(round => round.Row.State == "declined").No!.Reason);
        Assert.Equal([2, 1, 1, 1, 1, 0], months.Months.Select(month => month.Cells[0].Held));
        Assert.Equal(2, months.Months.Sum(month => month.Cells[1].Missed));
        Assert.Contains(clinic.Read(TaskRecords.Open), task => task.Kind == "talk-about-booster");

        clinic.Now = First.AddDays(183);
        await CourseTick.Pass(clinic.Runner);
        Assert.Equal("occasional", Course().Phase);
        clinic.Now = First.AddDays(200);
        Assert.Equal(["booster.needs-reason"], BeforeBooking());
        var sheet = Boosters();
        Assert.Equal((true, 50, "occasional"), (sheet.IsOccasional, sheet.DaysSinceMedicine, sheet.Suggested!.Id));

        Assert.Equal(["booster.no-reason"], await clinic.Refused(desk => BoosterDesk.Propose(desk, course, "occasional", " ", Party.Therapist), Actor.Staff(clinic.Therapist)));
        await clinic.Do(desk => BoosterDesk.Propose(desk, course, "occasional", "Pain is back after a fall", Party.Therapist), Actor.Staff(clinic.Therapist));
        Assert.Equal(["booster.needs-reason"], BeforeBooking());
        await clinic.Do(desk => BoosterDesk.Decide(desk, course, Latest, Party.Prescriber, yes: true, null), Actor.Staff(clinic.Prescriber));
        Assert.Equal(["booster.needs-reason"], BeforeBooking());
        await clinic.Do(desk => BoosterDesk.Decide(desk, course, Latest, Party.Patient, yes: true, null), Actor.Person(person));
        Assert.Empty(BeforeBooking());
        clinic.Now = First.AddDays(201);
        await Medicine(clinic.Now);
        await clinic.React();
        clinic.Now = First.AddDays(230);
        Assert.Equal(["booster.needs-reason"], BeforeBooking());
    }

    [Fact]
    public async Task R_35_A_session_that_is_held_answers_the_review_and_a_third_missed_one_asks_no_second_time()
    {
        await Begin();
        foreach (var day in new[] { 3, 10, 17 })
        {
            clinic.Now = First.AddDays(day);
            await Counselling(clinic.Now, held: false);
            await clinic.React();
            Assert.Equal(day == 3 ? 0 : 1, clinic.Read(TaskRecords.Open).Count(task => task.Kind == "review-commitment"));
        }

        Assert.Equal(2, clinic.Read(records => CommitmentAtRisk.Missed(records, course.Value, clinic.Runner.Programmes.Find(Pain)!)));
        clinic.Now = First.AddDays(24);
        await Counselling(clinic.Now, held: true);
        await clinic.React();
        Assert.Null(Review());
    }

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    private async Task Begin()
    {
        clinic = await ClinicAtWork.Open();
        clinic.Now = First.AddDays(-7);
        person = await clinic.Register();
        course = await clinic.OpenCourse(person, Pain);
        var found = (Assessment.Event.EligibilityDecided)Example.Of(typeof(Assessment.Event.EligibilityDecided));
        await Record($"screening/{course.Value:D}", found with { Decision = EligibilityDecision.Suitable });
    }

    /// <summary>The plan of two full days that everybody agreed to: what comes after them is a booster.</summary>
    private async Task AgreeOnPlan()
    {
        foreach (var instrument in clinic.Runner.Programmes.Find(Pain)!.Measures.Where(time => time.When == MeasureMoment.Intake).Select(time => time.Instrument).Distinct())
        {
            await Record(
                $"measure/{Guid.CreateVersion7():D}",
                new Domain.Measures.Measure.Event.Assigned(person, course, instrument, 1, "", "Before we begin", null, clinic.Now, clinic.Now, clinic.Now.AddDays(7), Owner.Named(clinic.Nurse), 24),
                new Domain.Measures.Measure.Event.Finished(0, null, null, false, [], [], [], null, clinic.Now, clinic.Now.AddDays(1)));
        }

        var terms = PlanTemplate.Of(clinic.Runner.Programmes.Find(Pain)!).Start() with { Aim = DoseBandName.Psycholytic, Route = DoseRoute.Intramuscular, Team = new(clinic.Therapist, clinic.Prescriber, clinic.Nurse) };
        await clinic.Do(desk => PlanDesk.SetGoal(desk, course, new GoalId(course.Value), "Walk to the lake"), Actor.Person(person));
        await clinic.Do(desk => PlanDesk.Propose(desk, course, terms, new Dictionary<string, string>(StringComparer.Ordinal), null), Actor.Staff(clinic.Therapist));
        await clinic.Do(desk => PlanDesk.Agree(desk, course, 1, Party.Patient, "Ana Ruiz"), Actor.Person(person));
        await clinic.Do(desk => PlanDesk.Agree(desk, course, 1, Party.Therapist), Actor.Staff(clinic.Therapist));
        await clinic.Do(desk => PlanDesk.Agree(desk, course, 1, Party.Prescriber), Actor.Staff(clinic.Prescriber));
    }

    /// <summary>R-43, R-44: the ladder suggests, all three must say yes. The second time the patient says no first: it cannot be booked, and the reason is kept.</summary>
    private async Task DecideByThree(int day)
    {
        Assert.Equal((day, 2, TalkDays.TakeWhile(on => on != day).Count() + 2), (day, Boosters().Series.Planned, Boosters().Series.Given));
        Assert.Equal(["booster.not-agreed"], BeforeBooking());
        var step = Boosters().Suggested!.Id;
        if (day == TalkDays[1])
        {
            await Propose(step);
            await clinic.Do(desk => BoosterDesk.Decide(desk, course, Latest, Party.Patient, yes: false, "My grandchild is born that week"), Actor.Person(person));
            Assert.Equal(["booster.not-agreed"], BeforeBooking());
        }

        await Propose(step);
        await clinic.Do(desk => BoosterDesk.Decide(desk, course, Latest, Party.Prescriber, yes: true, null), Actor.Staff(clinic.Prescriber));
        Assert.Equal([Party.Patient], Boosters().Current!.Missing);
        Assert.Equal(["booster.not-agreed"], BeforeBooking());
        await clinic.Do(desk => BoosterDesk.Decide(desk, course, Latest, Party.Patient, yes: true, null), Actor.Person(person));
        Assert.Empty(BeforeBooking());
    }

    private Task Propose(string step) => clinic.Do(desk => BoosterDesk.Propose(desk, course, step, "Relief is wearing off", Party.Therapist), Actor.Staff(clinic.Therapist));

    private async Task Medicine(DateTimeOffset at)
    {
        var session = Guid.CreateVersion7();
        var given = (MedicineSession.Event.DoseGiven)Example.Of(typeof(MedicineSession.Event.DoseGiven));
        await Visit(session, SessionKind.Medicine, "medicine-day", at, held: null);
        await Record(
            $"medicine/{session:D}",
            new MedicineSession.Event.PresenceBegun(clinic.Nurse, at),
            given with { Id = new(session), Person = person, Course = course, GivenAt = at },
            new MedicineSession.Event.Discharged(at.AddHours(5), clinic.Nurse, "Marta Ruiz", null, null, [], 1));
    }

    private Task Counselling(DateTimeOffset at, bool held) => Visit(Guid.CreateVersion7(), SessionKind.Integration, "counselling", at, held);

    private Task Visit(Guid session, SessionKind kind, string type, DateTimeOffset at, bool? held) => Record($"session/{session:D}", [
        new Session.Event.Booked(new Visit(kind, type, person, null, course, 1, null), new Place(clinic.Site, null, at, at.AddHours(1), [clinic.Therapist]), null),
        .. held is { } came ? new object[] { came ? new Session.Event.Held(kind, at.AddHours(1), null) : new Session.Event.Missed(null) } : []]);

    private Task Record(string stream, params object[] events) => clinic.Runner.Journal.Write(Guid.CreateVersion7(), Actor.Sojourn.Text, journal =>
    {
        journal.Append(stream, journal.VersionOf(stream), [.. events.Select(EventRegistry.Shipped.Write)]);
        return true;
    });

    private CourseRow Course() => clinic.Read(records => CourseRecords.One(records, course))!;

    private TaskRow? Review() => clinic.Read(records => CommitmentAtRisk.Review(records, course.Value));

    private CourseMonths Months() => clinic.Read(records => CourseMonths.Of(records, course, clinic.Runner.Programmes.Find(Pain)!, clinic.Now))!;

    private int Latest => Boosters().Rounds[0].Row.Number;

    private BoosterSheet Boosters() => clinic.Read(records => BoosterRecords.Of(records, CourseAtHand.Find(records, clinic.Runner.Programmes, course.Value)!, clinic.Now));

    private IEnumerable<string> BeforeBooking() => clinic.Read(records =>
        BoosterRule.BeforeBooking(records, clinic.Runner.Programmes.Find(Pain)!, course, Guid.CreateVersion7(), clinic.Now.AddDays(1)).Select(reason => reason.Code).ToList());

    private static (int Least, int Most) Range(MonthCell cell) => (cell.Foreseen.Least, cell.Foreseen.Most);
}
