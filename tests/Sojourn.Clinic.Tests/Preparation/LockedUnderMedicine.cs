using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Preparation;
using Sojourn.Clinic.Tests.Plans;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Preparation;

namespace Sojourn.Clinic.Tests.Preparation;

/// <summary>From the first dose until discharge, and until the programme's time without driving is over, nobody takes a yes or a choice from this person.</summary>
public sealed class LockedUnderMedicine
{
    private static readonly Directive Chosen = new(TouchChoice.ShoulderAskFirst, "My team", MusicChoice.Quiet, RecordingChoice.No, SecondDoseChoice.No, "Tell me the time");

    [Fact] // PREP-11
    public async Task What_is_chosen_is_read_back_as_last_said()
    {
        await using var course = await PlannedCourse.Open();
        Assert.Null(Said(course));
        await Choose(course, Directive.Nothing);
        await Choose(course, Chosen);
        var said = Said(course)!;
        Assert.Equal((2, Chosen, course.Patient.Text), (said.Version, said.Choices, said.SaidBy));
    }

    [Fact] // PREP-12
    public async Task No_yes_and_no_choice_is_taken_between_dose_and_discharge_and_a_no_always_is()
    {
        await using var course = await PlannedCourse.Open();
        await course.Propose();
        await Choose(course, Chosen);
        await course.Dose(course.Clinic.Now);
        Assert.Equal(["directive.under-medicine"], await course.Clinic.Refused(desk => PreparationDesk.SayDirective(desk, course.Course, Directive.Nothing), course.Patient));
        Assert.Equal(["directive.under-medicine"], await course.Clinic.Refused(desk => PreparationDesk.SayDirective(desk, course.Course, Directive.Nothing), course.Nurse));
        Assert.Equal(["plan.under-medicine"], await course.Clinic.Refused(desk => PlanDesk.Agree(desk, course.Course, 1, Party.Patient, "Ana Ruiz"), course.Patient));
        Assert.Equal(Chosen, Said(course)!.Choices);
    }

    [Fact] // PREP-13
    public async Task The_lock_lasts_until_the_time_without_driving_is_over()
    {
        await using var course = await PlannedCourse.Open();
        var session = await course.Dose(course.Clinic.Now);
        var until = course.Clinic.Now.AddHours(24);
        await course.GoHome(session, course.Clinic.Now.AddHours(3), until);
        var locked = course.AtHand.LockAt(until.AddMinutes(-1));
        Assert.True(locked.Holds);
        Assert.Contains("the end of the time without driving", locked.Until, StringComparison.Ordinal);
        Assert.False(course.AtHand.LockAt(until).Holds);
        Assert.Equal(["directive.under-medicine"], await course.Clinic.Refused(desk => PreparationDesk.SayDirective(desk, course.Course, Chosen), course.Patient));
    }

    [Fact] // PREP-13
    public async Task Leaving_against_advice_does_not_end_it_before_the_time_without_driving_is_over()
    {
        await using var course = await PlannedCourse.Open();
        var at = course.Clinic.Now;
        var session = await course.Dose(at);
        await course.Leave(session, at.AddMinutes(40));
        var minutes = course.Clinic.Read(records => records.Value<long?>("select minutes from medicine_dose")) ?? 0;
        var hours = course.AtHand.Programme.NoDriving!.Hours;
        Assert.True(course.AtHand.LockAt(at.AddMinutes(minutes).AddHours(hours).AddSeconds(-1)).Holds);
        Assert.False(course.AtHand.LockAt(at.AddMinutes(minutes).AddHours(hours)).Holds);
    }

    private static Task Choose(PlannedCourse course, Directive choices) => course.Clinic.Do(desk => PreparationDesk.SayDirective(desk, course.Course, choices), course.Patient);

    private static DirectiveSheet? Said(PlannedCourse course) => course.Clinic.Read(records => DirectiveRecords.Of(records, course.Course));
}
