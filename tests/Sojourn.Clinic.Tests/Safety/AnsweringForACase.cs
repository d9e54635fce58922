using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Clinic.Tasks;
using Sojourn.Clinic.Tests.Measures;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Safety;

namespace Sojourn.Clinic.Tests.Safety;

/// <summary>SAFE-7 to SAFE-11: the deputy is told by the clock, and nobody closes a case without having acted.</summary>
public sealed class AnsweringForACase : IAsyncLifetime
{
    private MeasureClinic clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await MeasureClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task It_stands_in_the_inbox_with_owner_deputy_and_clock()
    {
        var id = await Concern();
        var item = Assert.Single(clinic.Read(Inbox.Open));
        Assert.Equal(("case", $"cases/{id.Value}", "Tara Test", "Ida Test", clinic.Now.AddMinutes(15)), (item.Source, item.Href, item.OwnerName, item.DeputyName, item.DueAt));
    }

    [Fact]
    public async Task A_case_that_nobody_acknowledges_becomes_a_task_of_the_deputy_once()
    {
        var id = await Concern();
        clinic.Now += TimeSpan.FromMinutes(14);
        await Look();
        Assert.Empty(Tasks());
        clinic.Now += TimeSpan.FromMinutes(1);
        await Look();
        await Look();
        var task = Assert.Single(Tasks());
        Assert.Equal((Owner.Named(clinic.Prescriber).Value, $"cases/{id.Value}"), (task.Owner, task.Resource));

        await clinic.Do(desk => desk.Do(CaseSlice.Slice, id.Value, new SafetyCase.Command.Acknowledge(clinic.Now, clinic.Prescriber)));
        await clinic.React();
        Assert.Empty(Tasks());
    }

    [Fact]
    public async Task A_case_that_was_seen_but_not_acted_on_comes_back_to_the_deputy()
    {
        var id = await Concern();
        await clinic.Do(desk => desk.Do(CaseSlice.Slice, id.Value, new SafetyCase.Command.Acknowledge(clinic.Now, clinic.Therapist)));
        clinic.Now += TimeSpan.FromDays(7);
        await Look();
        Assert.Contains("Nothing was done in time", Assert.Single(Tasks()).Words, StringComparison.Ordinal);
        await clinic.Do(desk => desk.Do(CaseSlice.Slice, id.Value, new SafetyCase.Command.RecordAction(clinic.Now, clinic.Prescriber, "Called her.")));
        await clinic.React();
        Assert.Empty(Tasks());
    }

    [Fact]
    public async Task Nobody_closes_it_without_an_action()
    {
        var id = await Concern();
        Assert.Equal(["safety.no-action"], await clinic.Refused(desk => desk.Do(CaseSlice.Slice, id.Value, new SafetyCase.Command.Close(clinic.Now, clinic.Therapist, "fine"))));
        await clinic.Do(desk => desk.Do(CaseSlice.Slice, id.Value, new SafetyCase.Command.RecordAction(clinic.Now, clinic.Therapist, "Called her; safety plan made.")));
        await clinic.Do(desk => desk.Do(CaseSlice.Slice, id.Value, new SafetyCase.Command.Close(clinic.Now, clinic.Therapist, "Safe; seen again on Friday.")));
        var row = clinic.Read(records => CaseRecords.One(records, id.Value)!);
        Assert.Equal((false, "Safe; seen again on Friday.", 1), (row.IsOpen, row.WhatWasDone, row.Actions));
        Assert.Equal(["opened", "acknowledged", "action", "closed"], clinic.Read(records => CaseRecords.Story(records, id.Value)).Select(line => line.Kind));
        Assert.Empty(clinic.Read(Inbox.Open));
    }

    [Fact]
    public async Task Handed_over_it_has_a_new_owner_and_a_new_clock()
    {
        var id = await Concern();
        clinic.Now += TimeSpan.FromMinutes(10);
        await clinic.Do(desk => WorkingACase.HandOver(desk, id, Owner.Named(clinic.Nurse), "End of shift"));
        var row = clinic.Read(records => CaseRecords.One(records, id.Value)!);
        Assert.Equal((Owner.Named(clinic.Nurse), clinic.Now.AddMinutes(15)), (row.Owner, row.AcknowledgeBy));
        Assert.Equal(["safety.not-staff"], await clinic.Refused(desk => WorkingACase.HandOver(desk, id, Owner.Named(new StaffId(Guid.CreateVersion7())), "x")));
    }

    [Fact]
    public async Task Raised_it_asks_for_more_and_sooner()
    {
        var id = await Concern();
        await clinic.Do(desk => WorkingACase.Raise(desk, id, ConcernLevel.High, "She has a plan."));
        var row = clinic.Read(records => CaseRecords.One(records, id.Value)!);
        Assert.Equal(("high", new DateTimeOffset(2026, 11, 23, 8, 0, 0, TimeSpan.Zero)), (row.Level, row.ActBy));
    }

    [Fact]
    public async Task Nobody_is_worried_about_somebody_who_is_not_here() =>
        Assert.Equal(["safety.nobody"], await clinic.Refused(desk => OpeningACase.ByStaff(desk, new PersonId(Guid.CreateVersion7()), ConcernLevel.Low, "x", null), Actor.Staff(clinic.Nurse)));

    private async Task<CaseId> Concern()
    {
        await clinic.OpenCourse();
        var sender = clinic.Runner.SenderFor(Actor.Staff(clinic.Nurse));
        (await clinic.Runner.Run(sender, desk => OpeningACase.ByStaff(desk, clinic.Ana, ConcernLevel.Moderate, "She says that nothing matters.", "nothing matters"))).OrThrow();
        await clinic.React();
        return OpeningACase.IdFor(sender);
    }

    private async Task Look()
    {
        await Clocks.Look(clinic.Runner);
        await clinic.React();
    }

    private IReadOnlyList<TaskRow> Tasks() => clinic.Read(TaskRecords.Open);
}
