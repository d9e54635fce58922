using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;

namespace Sojourn.Clinic.Tests.Dosing;

/// <summary>DOSE-61, DOSE-62: what nobody answers goes on to the deputy, and what is snoozed is held for its time and no longer.</summary>
public sealed class CallingTheDeputy : IAsyncLifetime
{
    private MedicineClinic clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await MedicineClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task DOSE_61_Unanswered_at_its_time_it_is_the_deputys_as_well_and_that_is_on_record()
    {
        var session = await Raised();
        await Passes(4.9);
        Assert.Null(Alert(session).EscalatedAt);
        Assert.False(Item().IsFor(Actor.Staff(clinic.Farrow), [Role.Prescriber]));
        await Passes(0.1);
        Assert.Equal(clinic.Clock.Now, Alert(session).EscalatedAt);
        Assert.Equal(0, await RoomTick.Pass(clinic.Runner));
        Assert.True(Item().IsFor(Actor.Staff(clinic.Farrow), [Role.Prescriber]));
        Assert.True(Item().IsFor(Actor.Staff(clinic.Nair), [Role.Nurse]));
        Assert.False(Item().IsFor(Actor.Staff(clinic.Ellery), [Role.Therapist]));
    }

    [Fact]
    public async Task DOSE_61_An_answer_in_time_calls_nobody_else()
    {
        var session = await Raised();
        await clinic.InRoom(session, _ => new MedicineSession.Command.AcknowledgeAlert(clinic.Clock.Now, 1, clinic.Nair));
        await Passes(6);
        Assert.Null(Alert(session).EscalatedAt);
    }

    [Fact]
    public async Task DOSE_61_It_goes_on_when_the_clinic_was_shut_down_in_between_and_before_any_dose()
    {
        var session = await clinic.BookAndPassGate();
        await clinic.Reads(session, MedicineClinic.Calm with { Oxygen = 93 });
        clinic.Clock.Pass(TimeSpan.FromMinutes(2));
        var again = new Runner(clinic.Journal, clinic.Runner.Programmes, clinic.Runner.Instruments, clinic.Clock);
        Assert.Equal(1, await RoomTick.Pass(again));
        Assert.Equal("A06", Alert(session).Code);
        Assert.NotNull(Alert(session).EscalatedAt);
    }

    [Fact]
    public async Task DOSE_62_A_snooze_holds_the_call_for_its_minutes_and_no_longer_and_acknowledges_nothing()
    {
        var session = await Raised();
        clinic.Clock.Pass(TimeSpan.FromMinutes(3));
        await Snoozes(session, 1);
        var alert = Alert(session);
        Assert.Equal((clinic.Clock.Now.AddMinutes(5), (StaffId?)clinic.Nair, (DateTimeOffset?)null), (alert.SnoozedUntil!.Value, alert.SnoozedBy, alert.AcknowledgedAt));
        Assert.Equal("P. Nair", Item().SnoozedByName);
        await Passes(4.9);
        Assert.Null(Alert(session).EscalatedAt);
        await Passes(0.1);
        Assert.NotNull(Alert(session).EscalatedAt);
        Assert.Equal(["alert.snoozed-once"], await Refused(session, 1));
    }

    [Fact]
    public async Task DOSE_62_Something_graver_ends_the_snooze_and_is_itself_never_snoozed()
    {
        var session = await Raised();
        await Snoozes(session, 1);
        clinic.Clock.Pass(TimeSpan.FromMinutes(1));
        await clinic.Sees(session, "apnoea-15-seconds");
        Assert.Equal((clinic.Clock.Now, "A07"), (Alert(session).SnoozedUntil!.Value, Alert(session).SnoozeEndedBy));
        Assert.Equal(["alert.too-grave"], await Refused(session, 2));
        await Passes(4);
        Assert.NotNull(Alert(session).EscalatedAt);
    }

    [Fact]
    public async Task DOSE_62_Where_the_programme_gives_no_minutes_nobody_snoozes()
    {
        var session = await clinic.BookAndPassGate();
        await clinic.Reads(session, MedicineClinic.Calm with { Oxygen = 93 });
        Assert.Equal(["alert.no-snooze"], await Refused(session, 1));
        Assert.Equal(["alert.unknown"], await Refused(session, 7));
    }

    [Fact]
    public async Task DOSE_62_Once_the_deputy_is_called_or_somebody_has_it_there_is_nothing_left_to_hold()
    {
        var session = await Raised();
        await Passes(5);
        Assert.Equal(["alert.escalated"], await Refused(session, 1));
        await clinic.InRoom(session, _ => new MedicineSession.Command.AcknowledgeAlert(clinic.Clock.Now, 1, clinic.Nair));
        Assert.Equal(["alert.acknowledged"], await Refused(session, 1));
    }

    /// <summary>A01, five minutes to answer.</summary>
    private async Task<Guid> Raised()
    {
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 164 });
        return session;
    }

    private async Task Passes(double minutes)
    {
        clinic.Clock.Pass(TimeSpan.FromMinutes(minutes));
        await RoomTick.Pass(clinic.Runner);
    }

    private Task Snoozes(Guid session, int number) => clinic.InRoom(session, facts => new MedicineSession.Command.SnoozeAlert(clinic.Clock.Now, number, clinic.Nair, facts.Watch));

    private async Task<IReadOnlyList<string>> Refused(Guid session, int number)
    {
        var outcome = await clinic.Runner.Run(clinic.Runner.SenderFor(Actor.Staff(clinic.Nair)), desk =>
            desk.Do(MedicineSlice.Slice, session, new MedicineSession.Command.SnoozeAlert(desk.At, number, clinic.Nair, RoomFacts.Of(desk.Records, desk.Programmes, session, desk.At)!.Watch)));
        return [.. Assert.IsType<Outcome.Refused>(outcome).Reasons.Select(reason => reason.Code)];
    }

    private AlertRow Alert(Guid session) => clinic.Record(session).Alerts[0];

    private InboxItem Item() => clinic.Read(Inbox.Open).First(item => item.Source == "alert");
}
