using Sojourn.Clinic.Devices;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Devices;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Tests.Dosing;

/// <summary>DOSE-63, DOSE-64: nobody watches, no therapist is there, the monitor sends nothing: each calls by the programme's rule and stops by itself.</summary>
public sealed class MissingSomebody : IAsyncLifetime
{
    private MedicineClinic clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await MedicineClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task DOSE_63_Nobody_watches_calls_after_the_grace_time_and_the_gap_stays_as_it_was()
    {
        var session = await Dosed();
        await Passes(3);
        var left = clinic.Clock.Now;
        await clinic.InRoom(session, _ => new MedicineSession.Command.EndPresence(left, clinic.Nair, left));
        await Passes(1.9);
        Assert.Empty(clinic.Record(session).Alerts);
        await Passes(0.1);
        var alert = Assert.Single(clinic.Record(session).Alerts);
        Assert.Equal(
            ("no-observer", "Nobody watches", "red", "role/nurse", "role/therapist", "nobody has watched for ≥ 2 min", "nobody has watched for 2 min", true, left),
            (alert.Code, alert.Title, alert.Level, alert.Owner, alert.Deputy, alert.Threshold, alert.Value, alert.HoldsDosing, alert.DueAt));
        Assert.Contains("clinic setting", alert.Source, StringComparison.Ordinal);
        await Passes(1);
        Assert.NotNull(clinic.Record(session).Alerts[0].EscalatedAt);

        await Passes(2);
        await clinic.InRoom(session, facts => new MedicineSession.Command.BeginPresence(clinic.Clock.Now, clinic.Ellery, clinic.Clock.Now, facts.Team));
        await Passes(0.5);
        Assert.Equal("Somebody watches again; nobody did for 5 minutes.", clinic.Record(session).Alerts[0].ClosedWords);
        var state = clinic.Record(session).State;
        Assert.Equal([(left, left.AddMinutes(5))], Unwatched.Between(state.Presence, state.FirstDoseAt!.Value, clinic.Clock.Now));
        await clinic.InRoom(session, _ => new MedicineSession.Command.EndPresence(clinic.Clock.Now, clinic.Ellery, clinic.Clock.Now));
        await Passes(2);
        Assert.Equal(2, clinic.Record(session).Alerts.Count(one => one.Code == "no-observer"));
    }

    [Fact]
    public async Task DOSE_63_A_hand_over_calls_nobody()
    {
        var session = await Dosed();
        await Passes(3);
        await clinic.InRoom(session, facts => new MedicineSession.Command.HandOver(clinic.Clock.Now, clinic.Nair, clinic.Ellery, clinic.Clock.Now, facts.Team));
        await Passes(6);
        Assert.Empty(clinic.Record(session).Alerts);
    }

    [Fact]
    public async Task DOSE_63_A_therapist_who_leaves_without_handing_over_is_missed_where_the_programme_asks_for_one_throughout()
    {
        var session = await Dosed();
        await clinic.InRoom(session, facts => new MedicineSession.Command.BeginPresence(clinic.Clock.Now, clinic.Ellery, clinic.Clock.Now, facts.Team));
        await Passes(3);
        await clinic.InRoom(session, _ => new MedicineSession.Command.EndPresence(clinic.Clock.Now, clinic.Ellery, clinic.Clock.Now));
        await Passes(4.9);
        Assert.Empty(clinic.Record(session).Alerts);
        await Passes(0.1);
        Assert.Equal(("no-therapist", "No therapist present", "role/therapist"), clinic.Record(session).Alerts.Select(alert => (alert.Code, alert.Title, alert.Owner)).Single());
        await clinic.InRoom(session, facts => new MedicineSession.Command.BeginPresence(clinic.Clock.Now, clinic.Ellery, clinic.Clock.Now, facts.Team));
        await Passes(0.5);
        Assert.Equal("A therapist is here again.", clinic.Record(session).Alerts[0].ClosedWords);
    }

    [Fact]
    public async Task DOSE_64_A_bound_monitor_that_sends_nothing_calls_after_the_missing_values_and_stops_when_it_is_taken_off()
    {
        var session = await Dosed();
        await clinic.Reads(session, MedicineClinic.Calm);
        var device = Guid.CreateVersion7();
        await clinic.Does(Actor.Sojourn, desk =>
        {
            desk.Do(DeviceSlice.Slice, device, new Device.Command.Register(desk.At, "Monitor 2", "MON|2", clinic.Room, "America/Edmonton", 60, new Dictionary<string, string>(StringComparer.Ordinal), SenderIsTaken: false));
            desk.Do(DeviceSlice.Slice, device, new Device.Command.Bind(desk.At, clinic.Nair, new SessionId(session), clinic.Person, clinic.Room, IsOpen: true));
        });
        await Passes(4.9);
        Assert.Empty(clinic.Record(session).Alerts);
        await Passes(0.1);
        var alert = Assert.Single(clinic.Record(session).Alerts, alert => alert.Code == "no-data");
        Assert.Equal(("amber", Actor.Staff(clinic.Nair).Text, "charted values missing from the monitor ≥ 5", "charted values missing from the monitor 5"), (alert.Level, alert.Owner, alert.Threshold, alert.Value));
        await clinic.Does(Actor.Sojourn, desk => desk.Do(DeviceSlice.Slice, device, new Device.Command.Release(desk.At, null, clinic.Nair)));
        await Passes(0.1);
        Assert.Equal("The monitor no longer watches this person.", clinic.Record(session).Alerts.Single(alert => alert.Code == "no-data").ClosedWords);
    }

    private async Task<Guid> Dosed()
    {
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        return session;
    }

    private async Task Passes(double minutes)
    {
        clinic.Clock.Pass(TimeSpan.FromMinutes(minutes));
        await RoomTick.Pass(clinic.Runner);
    }
}
