using System.Globalization;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Dosing.MedicineSession;

namespace Sojourn.Clinic.Dosing.SessionBoard;

/// <summary>Every medicine session with all that was recorded in it.</summary>
public sealed class SessionBoard() : Projection("session-board", version: 5)
{
    private const string Begin = "insert into medicine_session (session_id, state, total_mg) values (@Id, 'waiting', 0) on conflict (session_id) do nothing";

    protected override void Define()
    {
        Before();
        Doses();
        During();
        Alerts();
        After();
    }

    private void Before()
    {
        On<Event.GateItemChecked>((e, from, run) =>
        {
            run(Begin, new { from.Id });
            run("delete from medicine_gate_item where session_id = @Id and item_id = @Item", new { from.Id, e.Item });
            if (e.Holds)
            {
                run("insert into medicine_gate_item values (@Id, @Item, @Title, @By, @At)", new { from.Id, e.Item, e.Title, e.By, e.At });
            }
        });
        On<Event.Weighed>((e, from, run) =>
        {
            run(Begin, new { from.Id });
            run("update medicine_session set weight_kg = @Weight, weighed_at = @At where session_id = @Id", new { from.Id, e.Weight, e.At });
        });
        On<Event.GatePassed>((e, from, run) =>
        {
            run(
                "update medicine_session set state = 'gate-passed', gate_at = @At, person_id = @Person, course_id = @Course, escort = @Escort, room = @Room where session_id = @Id",
                new { from.Id, e.At, e.Person, e.Course, e.Escort, e.Room });
            Prove(run, from, "gate", e.Proofs);
        });
        On<Event.PresenceBegun>((e, from, run) =>
        {
            run(Begin, new { from.Id });
            run("insert into medicine_presence values (@Id, @Staff, @From, null) on conflict (session_id, staff_id, from_at) do update set to_at = null", new { from.Id, e.Staff, e.From });
        });
        On<Event.PresenceEnded>(
            "update medicine_presence set to_at = case when from_at > @To then from_at else @To end where session_id = @Id and staff_id = @Staff and to_at is null",
            (e, from) => new { from.Id, e.Staff, e.To });
    }

    private static void Prove(Action<string, object> run, Origin from, string part, IReadOnlyList<Proof> proofs)
    {
        foreach (var (place, proof) in proofs.Index())
        {
            run("insert into medicine_proof values (@Id, @part, @place, @Item, @Title, @Held, @By)", new { from.Id, part, place, proof.Item, proof.Title, proof.Held, proof.By });
        }
    }

    private void Doses()
    {
        On<Event.DoseGiven>("on-dose-given.sql", (e, from) => new
        {
            Dose = e.Id,
            from.Id,
            e.Person,
            e.Course,
            Route = DoseRoutes.Id(e.Route),
            Mg = e.Milligrams,
            e.PerKilogram,
            Ml = (double?)e.Millilitres,
            PerMl = (double?)e.MilligramsPerMillilitre,
            e.Weight,
            e.OverMinutes,
            Band = Columns.Word(e.Place),
            e.GivenAt,
            e.GivenBy,
            e.CheckedBy,
            e.CheckedWithPin,
            e.ReasonedBy?.Reason,
            e.ReasonedBy?.Prescriber,
            Matters = e.ReasonedBy is { } reason ? string.Join(' ', reason.Matters) : null,
            LimitDose = e.Limits.PerDose,
            LimitSession = e.Limits.PerSession,
            LimitThirtyDays = e.Limits.PerThirtyDays,
            Twice = e.ConfirmedTwice,
            e.Note,
        });
        On<Event.InfusionChanged>((e, from, run) =>
        {
            Changed(run, from, e.Dose, e.HappenedAt, e.MilligramsPerMinute, e.Minutes, null, e.Total);
            if (e.ReasonedBy is { } reason)
            {
                run(
                    "update medicine_dose set override_reason = @Reason, override_by = @Prescriber, override_matters = @Matters where id = @Dose",
                    new { e.Dose, reason.Reason, reason.Prescriber, Matters = string.Join(' ', reason.Matters) });
            }

            run("update medicine_dose set band = @Band where id = @Dose", new { e.Dose, Band = Columns.Word(e.Place) });
        });
        On<Event.InfusionStopped>((e, from, run) => Changed(run, from, e.Dose, e.HappenedAt, 0m, 0, e.Why, e.Given));
    }

    private static void Changed(Action<string, object> run, Origin from, EntryId dose, DateTimeOffset at, decimal rate, int minutes, string? why, Milligrams total)
    {
        run("insert into medicine_infusion_change values (@dose, @Position, @Id, @at, @Rate, @minutes, @why)", new { dose, from.Position, from.Id, at, Rate = (double)rate, minutes, why });
        run(Sql.Of<SessionBoard>("on-dose-changed.sql"), new { from.Id, Dose = dose, Mg = total });
    }

    private void During()
    {
        On<Event.VitalsTaken>((e, from, run) => Reading(run, from, e.Id, e.HappenedAt, e.By, e.Vitals));
        On<Event.DeviceVitalsConfirmed>((e, from, run) => Reading(run, from, e.Id, e.HappenedAt, e.By, e.Vitals));
        On<Event.MomentNoted>((e, from, run) =>
        {
            Moment(run, from, $"{e.Id.Value:D}", e.HappenedAt, Columns.Word(e.Kind), e.Words);
            if (e.Kind == MomentKind.EffectsLessening)
            {
                run("update medicine_session set lessening_at = @HappenedAt where session_id = @Id", new { from.Id, e.HappenedAt });
            }
        });
        On<Event.DepthMarked>((e, from, run) => Moment(run, from, $"{e.Id.Value:D}", e.HappenedAt, "depth", Columns.Word(e.Depth)));
        On<Event.VoiceChanged>((e, from, run) => Moment(run, from, string.Create(CultureInfo.InvariantCulture, $"voice-{from.Position}"), e.HappenedAt, "voice", Columns.Word(e.Voice)));
        On<Event.SymptomNoted>((e, from, run) =>
        {
            run(Begin, new { from.Id });
            run(
                "insert into medicine_symptom values (@Symptom, @Id, @HappenedAt, @By, @Term, @Sign, @Severity, @Action, @Outcome, @Ended)",
                new
                {
                    Symptom = e.Id,
                    from.Id,
                    e.HappenedAt,
                    e.By,
                    e.Term,
                    e.Sign,
                    Severity = Columns.Word(e.Severity),
                    e.Action,
                    Outcome = Columns.Word(e.Outcome),
                    Ended = e.Outcome == SymptomOutcome.Gone ? e.HappenedAt : (DateTimeOffset?)null,
                });
        });
        On<Event.SymptomEnded>("update medicine_symptom set ended_at = @EndedAt, outcome = 'gone' where id = @Symptom", (e, _) => new { e.Symptom, e.EndedAt });
        On<Event.EntryWaited>(
            "insert into medicine_waited values (@Position, @Id, @Entry, @TappedAt, @RecordedAt, @By, @Device)",
            (e, from) => new { from.Position, from.Id, e.Entry, e.TappedAt, from.RecordedAt, By = from.Actor.Text, e.Device });
        On<Event.EntryAmended>(Amend);
    }

    private static void Reading(Action<string, object> run, Origin from, EntryId reading, DateTimeOffset happenedAt, StaffId by, Vitals vitals)
    {
        run(Begin, new { from.Id });
        run(Sql.Of<SessionBoard>("on-vitals-taken.sql"), new
        {
            Reading = reading,
            from.Id,
            HappenedAt = happenedAt,
            from.RecordedAt,
            By = by,
            vitals.Systolic,
            vitals.Diastolic,
            vitals.Pulse,
            vitals.Oxygen,
            vitals.Respiration,
            vitals.Sedation,
            vitals.Agitation,
            vitals.Pain,
            Temperature = (double?)vitals.Temperature,
            vitals.Aldrete,
        });
    }

    private static void Moment(Action<string, object> run, Origin from, string moment, DateTimeOffset happenedAt, string kind, string words)
    {
        run(Begin, new { from.Id });
        run("insert into medicine_moment values (@moment, @Id, @happenedAt, @RecordedAt, @By, @kind, @words, 0)", new { moment, from.Id, happenedAt, from.RecordedAt, By = from.Actor.Text, kind, words });
    }

    private static void Amend(Event.EntryAmended e, Origin from, Action<string, object> run)
    {
        foreach (var change in e.Changes)
        {
            run(
                "insert into medicine_amendment values (@Id, @Position, @Entry, @Kind, @Field, @Was, @Now, @Why, @By, @RecordedAt)",
                new { from.Id, from.Position, Entry = e.Id, Kind = Columns.Word(e.Kind), change.Field, change.Was, change.Now, e.Why, By = from.Actor.Text, from.RecordedAt });
            if (e.Kind == EntryKind.Vitals && VitalFields.All.Any(field => field.Name == change.Field))
            {
                run($"update medicine_vitals set {change.Field} = @Now, amended = 1 where id = @Entry", new { Entry = e.Id, Now = change.Now is { } now ? double.Parse(now, CultureInfo.InvariantCulture) : (double?)null });
            }
            else if (e.Kind == EntryKind.Moment)
            {
                run("update medicine_moment set words = @Now, amended = 1 where id = @Entry", new { Entry = e.Id, change.Now });
            }
            else if (e.Kind == EntryKind.Dose)
            {
                run("update medicine_dose set amended = 1 where id = @Entry", new { Entry = e.Id });
                run(Sql.Of<SessionBoard>("on-dose-changed.sql"), new { from.Id, Dose = e.Id, Mg = double.Parse(change.Now!, CultureInfo.InvariantCulture) });
            }
        }
    }

    private void Alerts()
    {
        On<Event.AlertRaised>((e, from, run) =>
        {
            run(Begin, new { from.Id });
            run(Sql.Of<SessionBoard>("on-alert-raised.sql"), new
            {
                Key = AlertKey.Of(from.Id, e.Number),
                from.Id,
                e.Number,
                e.Code,
                e.Title,
                Level = Columns.Word(e.Level),
                e.HappenedAt,
                e.Threshold,
                e.Value,
                Words = $"{e.Title}: {e.Value}",
                Response = string.Join('\n', e.Response),
                e.Owner,
                e.Deputy,
                e.AnswerBy,
                e.HoldsDosing,
                e.DueAt,
                e.Source,
                e.ProgrammeVersion,
            });
        });
        On<Event.AlertAcknowledged>(
            "update medicine_alert set acknowledged_at = @At, acknowledged_by = @By where session_id = @Id and number = @Number",
            (e, from) => new { from.Id, e.Number, e.At, e.By });
        On<Event.AlertEscalated>("update medicine_alert set escalated_at = @At where session_id = @Id and number = @Number", (e, from) => new { from.Id, e.Number, e.At });
        On<Event.AlertSnoozed>(
            "update medicine_alert set snoozed_at = @At, snoozed_until = @Until, snoozed_by = @By where session_id = @Id and number = @Number",
            (e, from) => new { from.Id, e.Number, e.At, e.Until, e.By });
        On<Event.AlertSnoozeEnded>(
            "update medicine_alert set snoozed_until = @At, snooze_ended_by = @Why where session_id = @Id and number = @Number",
            (e, from) => new { from.Id, e.Number, e.At, e.Why });
        On<Event.AlertWorsened>("on-alert-worsened.sql", (e, from) => new { from.Id, e.Number, e.HappenedAt, e.Value, e.AnswerBy });
        On<Event.AlertClosed>(
            "update medicine_alert set closed_at = @At, closed_by = @By, closed_words = @Words where session_id = @Id and number = @Number",
            (e, from) => new { from.Id, e.Number, e.At, e.By, e.Words });
    }

    private void After()
    {
        On<Event.DischargeItemChecked>((e, from, run) =>
        {
            run("delete from medicine_discharge_item where session_id = @Id and item_id = @Item", new { from.Id, e.Item });
            if (e.Holds)
            {
                run("insert into medicine_discharge_item values (@Id, @Item, @By, @At)", new { from.Id, e.Item, e.By, e.At });
            }
        });
        On<Event.Discharged>((e, from, run) =>
        {
            run(Sql.Of<SessionBoard>("on-over.sql"), new
            {
                from.Id,
                State = "discharged",
                e.At,
                e.By,
                Words = e.Escort,
                Discharged = (DateTimeOffset?)e.At,
                e.NoDriving,
                Until = e.NoDrivingUntil,
            });
            Prove(run, from, "discharge", e.Proofs);
        });
        On<Event.LeftAgainstAdvice>("on-over.sql", (e, from) => new
        {
            from.Id,
            State = "left",
            e.At,
            e.By,
            e.Words,
            Discharged = (DateTimeOffset?)null,
            NoDriving = (string?)null,
            Until = (DateTimeOffset?)null,
        });
    }
}
