using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Tests.Plans;
using Sojourn.Domain.Preparation;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Preparation;

public sealed class BeforeTheDay
{
    [Fact] // PREP-1, PREP-5, PREP-6, PREP-7
    public async Task A_patient_gets_ready()
    {
        await using var course = await PlannedCourse.Open();
        await DoAll(course);
        var sheet = Sheet(course);
        Assert.All(sheet.Lines.Where(l => l.Item.Kind is not (PreparationKind.Escort or PreparationKind.NoDriving)), line => Assert.True(line.IsDone, line.Item.Id));
        Assert.Equal("To sleep again", sheet.Intention);
        Assert.NotNull(sheet.UnderstoodAt);
        Assert.Equal("No touch", sheet.Lines.Single(l => l.Item.Kind == PreparationKind.Choices).Words);
        Assert.Equal([PreparationKind.Escort, PreparationKind.NoDriving], sheet.Missing.Select(l => l.Item.Kind));
    }

    [Fact] // PREP-9
    public async Task Due_times_are_counted_back_from_the_session()
    {
        await using var course = await PlannedCourse.Open();
        Assert.All(Sheet(course).Lines, line => Assert.Null(line.DueAt));
        var from = course.Clinic.Now.AddDays(3);
        await course.BookMedicine(from);
        Assert.All(Sheet(course).Lines, line => Assert.Equal(from.AddHours(-line.Item.DueHoursBefore), line.DueAt));
    }

    [Fact] // PREP-4
    public async Task After_the_session_what_is_asked_each_time_is_asked_anew()
    {
        await using var course = await PlannedCourse.Open();
        await DoAll(course);
        var session = await course.Dose(course.Clinic.Now);
        await course.GoHome(session, course.Clinic.Now.AddHours(3));
        await course.Clinic.React();
        Assert.All(Sheet(course).Lines, line => Assert.Equal(!line.Item.EachSession, line.IsDone));
    }

    [Fact] // PREP-8
    public async Task Under_medicine_a_choice_stands()
    {
        await using var course = await PlannedCourse.Open();
        await DoAll(course);
        await course.Dose(course.Clinic.Now);
        Assert.Equal(["preparation.under-medicine"], await course.Clinic.Refused(desk => PreparationDesk.MarkDone(desk, course.Course, "choices", "Touch is fine"), course.Patient));
        Assert.Equal(["preparation.under-medicine"], await course.Clinic.Refused(desk => PreparationDesk.MarkUndone(desk, course.Course, "choices"), course.Nurse));
        Assert.Equal("No touch", Sheet(course).Lines.Single(l => l.Item.Id == "choices").Words);
    }

    [Fact]
    public async Task A_line_that_the_programme_does_not_have_is_refused()
    {
        await using var course = await PlannedCourse.Open();
        Assert.Equal(["preparation.no-such-item"], await course.Clinic.Refused(desk => PreparationDesk.MarkDone(desk, course.Course, "dance"), course.Patient));
    }

    [Fact]
    public async Task Rebuilt_equals_kept_up()
    {
        await using var course = await PlannedCourse.Open();
        await DoAll(course);
        await course.Clinic.Do(desk => PreparationDesk.MarkUndone(desk, course.Course, "fasting"), course.Patient);
        await course.Clinic.Do(desk => PreparationDesk.SayDirective(desk, course.Course, Directive.Nothing with { Helps = "Tell me the time" }), course.Patient);
        await course.Clinic.RebuiltEqualsKeptUp("preparation-board");
    }

    private static async Task DoAll(PlannedCourse course)
    {
        var programme = course.AtHand.Programme;
        foreach (var item in programme.Preparation.Where(i => i.Kind is not (PreparationKind.Intention or PreparationKind.Understanding or PreparationKind.Escort or PreparationKind.NoDriving)))
        {
            await course.Clinic.Do(desk => PreparationDesk.MarkDone(desk, course.Course, item.Id, item.Kind == PreparationKind.Choices ? "No touch" : null, "Ana Ruiz"), course.Patient);
        }

        await course.Clinic.Do(desk => PreparationDesk.SetIntention(desk, course.Course, "To sleep again", []), course.Patient);
        foreach (var question in programme.Understanding)
        {
            await course.Clinic.Do(desk => PreparationDesk.AnswerQuestion(desk, course.Course, question.Id, question.Right), course.Patient);
        }
    }

    private static PreparationSheet Sheet(PlannedCourse course) => course.Clinic.Read(records => PreparationRecords.Of(records, course.AtHand, course.Clinic.Now));
}
