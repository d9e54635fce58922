using System.Text;
using System.Text.Json;
using Sojourn.Clinic.Dosing;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Clinic.Tests.Dosing;

/// <summary>DOSE-40, DOSE-41: what the pages read is what was decided on, and can be made anew from the journal.</summary>
public sealed class KeepingTheSessionBoard : IAsyncLifetime
{
    private MedicineClinic clinic = null!;

    public async ValueTask InitializeAsync() => clinic = await MedicineClinic.Open();

    public ValueTask DisposeAsync() => clinic.DisposeAsync();

    [Fact]
    public async Task DOSE_40_The_room_reads_the_same_state_from_its_tables_as_the_decisions_fold_from_the_journal()
    {
        var session = await WholeSession();
        var folded = State.Initial;
        await clinic.Does(Actor.Sojourn, desk => folded = desk.State(MedicineSlice.Slice, session));
        Assert.Equal(Written(folded), Written(clinic.Record(session).State));
        Assert.Equal(Stage.Discharged, folded.Stage);
    }

    [Fact]
    public async Task DOSE_41_Rebuilt_is_kept_up()
    {
        await WholeSession();
        var kept = Everything();
        await clinic.Journal.Rebuild();
        Assert.Equal(kept, Everything());
        Assert.Contains("medicine_alert", kept, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DOSE_40_Escalated_snoozed_and_woken_alerts_read_the_same_as_they_fold_and_after_a_rebuild()
    {
        var session = await clinic.BookAndPassGate();
        await clinic.GivesThirty(session);
        await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 164 });
        await clinic.InRoom(session, facts => new Command.SnoozeAlert(clinic.Clock.Now, 1, clinic.Nair, facts.Watch));
        clinic.Clock.Pass(TimeSpan.FromMinutes(1));
        await clinic.Sees(session, "suicidal-statement");
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        Assert.Equal(1, await RoomTick.Pass(clinic.Runner));
        var folded = State.Initial;
        await clinic.Does(Actor.Sojourn, desk => folded = desk.State(MedicineSlice.Slice, session));
        Assert.Equal([true, true], folded.Alerts.Select(alert => alert.Escalated));
        Assert.Equal(Written(folded), Written(clinic.Record(session).State));
        var kept = Everything();
        await clinic.Journal.Rebuild();
        Assert.Equal(kept, Everything());
    }

    [Fact]
    public async Task The_promised_columns_of_a_dose_say_who_took_it_on_and_why()
    {
        var session = await clinic.BookAndPassGate();
        await clinic.InRoom(session, facts => Give(facts, 60m) with { Override = new Override(clinic.Farrow, "Second series; 60 mg went well.") });
        var row = clinic.Read(records => records.One<Promised>("select id, session_id, person_id, course_id, route, mg, mg_per_kg, band, given_at, given_by, checked_by, override_reason, override_by from medicine_dose"))!;
        Assert.Equal(("im", 60m, 0.75m, "psychedelic"), (row.Route, row.Mg, row.MgPerKg, row.Band));
        Assert.Equal((clinic.Person, clinic.Course, clinic.Nair, clinic.Ellery), (row.PersonId, row.CourseId, row.GivenBy, row.CheckedBy));
        Assert.Equal((clinic.Farrow, "Second series; 60 mg went well."), (row.OverrideBy, row.OverrideReason));
        Assert.Equal(60m, clinic.Record(session).Session.TotalMg);
    }

    [Fact]
    public async Task The_calendar_follows_the_room()
    {
        var session = await WholeSession();
        using var reactor = new Reactor(clinic.Runner, sentence => Assert.Fail(sentence));
        await reactor.CatchUp(cancellation: TestContext.Current.CancellationToken);
        Assert.Equal("held", clinic.Read(records => records.Value<string>("select state from session where id = @session", new { session })));
    }

    [Fact]
    public async Task An_alert_has_an_id_of_its_own_and_an_owner_with_a_name()
    {
        var session = await clinic.BookAndPassGate();
        await clinic.InRoom(session, facts => Give(facts, 30m));
        clinic.Clock.Pass(TimeSpan.FromMinutes(5));
        await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 164 });
        var open = clinic.Read(records => records.One<OpenAlert>("select medicine_alert.id, staff.display_name as owner_name from medicine_alert join staff on owner = 'staff/' || staff.id where closed_at is null"))!;
        Assert.Equal(AlertKey.Of(session, 1), open.Id);
        Assert.Equal("P. Nair", open.OwnerName);
        Assert.NotEqual(AlertKey.Of(session, 1), AlertKey.Of(session, 2));
    }

    private Command.GiveDose Give(RoomFacts facts, decimal mg) => new(
        clinic.Clock.Now, MedicineClinic.NewId(), clinic.Nair, clinic.Clock.Now, DoseRoute.Intramuscular, new Milligrams(mg), null, clinic.Ellery, null, null, null, facts.Dose(DoseRoute.Intramuscular), CheckConfirmed: true);

    private async Task<Guid> WholeSession()
    {
        var session = await clinic.BookAndPassGate();
        var clock = clinic.Clock;
        await clinic.InRoom(session, facts => Give(facts, 30m));
        await clinic.InRoom(session, _ => new Command.ChangeVoice(clock.Now, clock.Now, Voice.Quiet));
        clock.Pass(TimeSpan.FromMinutes(5));
        await clinic.Reads(session, MedicineClinic.Calm with { Systolic = 165, Pain = 0 });
        await clinic.InRoom(session, _ => new Command.CloseAlert(clock.Now, 1, clinic.Nair, "Reassured."));
        await clinic.InRoom(session, facts => new Command.MarkDepth(clock.Now, MedicineClinic.NewId(), clinic.Nair, clock.Now, Depth.OutOfBody, facts.Watch));
        await clinic.InRoom(session, facts => new Command.NoteSymptom(clock.Now, MedicineClinic.NewId(), clinic.Nair, clock.Now, "vomiting", Severity.Mild, "On the side", SymptomOutcome.Ongoing, facts.Watch));
        await clinic.InRoom(session, _ => new Command.CloseAlert(clock.Now, 2, clinic.Nair, "Once, small."));
        await clinic.InRoom(session, _ => new Command.EndSymptom(clock.Now, clinic.Record(session).State.Symptoms[0].Id, clock.Now));
        await clinic.InRoom(session, facts => new Command.AmendVitals(clock.Now, clinic.Record(session).State.Readings[^1].Id, clinic.Nair, MedicineClinic.Calm with { Systolic = 156, Pain = 0 }, "Misread.", facts.Watch));
        await clinic.InRoom(session, facts => new Command.HandOver(clock.Now, clinic.Nair, clinic.Ellery, clock.Now, facts.Team));
        foreach (var minutes in new[] { 5, 5, 15, 15, 15, 30, 30 })
        {
            clock.Pass(TimeSpan.FromMinutes(minutes));
            await clinic.Reads(session, MedicineClinic.Calm with { Pain = 0, Aldrete = 10 });
        }

        await clinic.InRoom(session, _ => new Command.NoteMoment(clock.Now, MedicineClinic.NewId(), clock.Now, MomentKind.Said, "Light."));
        foreach (var criterion in clinic.Programme.Discharge.Where(criterion => criterion.Kind == CriterionKind.Checked))
        {
            await clinic.InRoom(session, facts => new Command.CheckDischargeItem(clock.Now, clinic.Nair, criterion.Id, Holds: true, facts.Discharge));
        }

        await clinic.InRoom(session, facts => new Command.Discharge(clock.Now, clinic.Nair, "Rosa Ruiz", NoDrivingSaid: true, facts.Discharge));
        return session;
    }

    private static string Written(State state) => JsonSerializer.Serialize(
        state with { Readings = [.. state.Readings.OrderBy(reading => reading.HappenedAt)], GateTicks = state.GateTicks.Clear(), DischargeTicks = state.DischargeTicks.Clear(), Moments = state.Moments.Clear() }, Json.Options)
        + string.Join(' ', state.GateTicks.Keys.Concat(state.DischargeTicks.Keys).Order(StringComparer.Ordinal)) + string.Join(' ', state.Moments.Values);

    private string Everything() => clinic.Read(records =>
    {
        var text = new StringBuilder();
        foreach (var table in Projection.Shipped.Single(projection => projection.Name == "session-board").Tables)
        {
            text.AppendLine(table);
            foreach (var row in records.All<dynamic>($"select * from {table} order by 1, 2"))
            {
                text.AppendJoin(' ', ((IDictionary<string, object?>)row).Select(cell => $"{cell.Key}={cell.Value}")).AppendLine();
            }
        }

        return text.ToString();
    });

    private sealed record OpenAlert
    {
        public Guid Id { get; init; }

        public string OwnerName { get; init; } = "";
    }

    private sealed record Promised
    {
        public PersonId PersonId { get; init; }

        public CourseId CourseId { get; init; }

        public string Route { get; init; } = "";

        public decimal Mg { get; init; }

        public decimal MgPerKg { get; init; }

        public string Band { get; init; } = "";

        public StaffId GivenBy { get; init; }

        public StaffId CheckedBy { get; init; }

        public string? OverrideReason { get; init; }

        public StaffId? OverrideBy { get; init; }
    }
}
