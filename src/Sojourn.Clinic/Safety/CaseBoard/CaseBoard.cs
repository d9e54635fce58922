using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Safety.SafetyCase;

namespace Sojourn.Clinic.Safety.CaseBoard;

/// <summary>Every safety case with its clocks, and its story line by line.</summary>
public sealed class CaseBoard() : Projection("case-board", version: 1)
{
    protected override void Define()
    {
        On<Event.Opened>((e, from, run) =>
        {
            run(Sql.Of<CaseBoard>("on-opened.sql"), new
            {
                from.Id,
                e.Person,
                Level = Columns.Word(e.Level),
                e.Reason,
                e.SourceWords,
                e.Source,
                e.Owner,
                e.Deputy,
                e.HappenedAt,
                e.AcknowledgeBy,
                e.ActBy,
                e.CrisisHelpShown,
            });
            Line(run, from, "opened", e.HappenedAt, from.Actor.Text, e.SourceWords);
        });
        On<Event.Acknowledged>((e, from, run) =>
        {
            run("update safety_case set acknowledged_at = @HappenedAt, acknowledged_by = @By, escalated = 0 where id = @Id", new { from.Id, e.HappenedAt, e.By });
            Line(run, from, "acknowledged", e.HappenedAt, Of(e.By), null);
        });
        On<Event.ActionRecorded>((e, from, run) =>
        {
            run("update safety_case set actions = actions + 1 where id = @Id", new { from.Id });
            Line(run, from, "action", e.HappenedAt, Of(e.By), e.Words);
        });
        On<Event.Raised>((e, from, run) =>
        {
            run(
                "update safety_case set level = @Level, acknowledge_by = @AcknowledgeBy, act_by = @ActBy, acknowledged_at = null, acknowledged_by = null, escalated = 0 where id = @Id",
                new { from.Id, Level = Columns.Word(e.Now), e.AcknowledgeBy, e.ActBy });
            Line(run, from, "raised", e.HappenedAt, from.Actor.Text, $"{Columns.Word(e.Was)} to {Columns.Word(e.Now)}: {e.Why}");
        });
        On<Event.HandedOver>((e, from, run) =>
        {
            run(
                "update safety_case set owner = @To, acknowledge_by = @AcknowledgeBy, acknowledged_at = null, acknowledged_by = null, escalated = 0 where id = @Id",
                new { from.Id, e.To, e.AcknowledgeBy });
            Line(run, from, "handed-over", e.HappenedAt, from.Actor.Text, e.Why);
        });
        On<Event.Escalated>((e, from, run) =>
        {
            run("update safety_case set escalated = 1 where id = @Id", new { from.Id });
            Line(run, from, "escalated", e.HappenedAt, from.Actor.Text, e.WasAcknowledged ? "Seen, but nothing was done in time." : "Nobody had acknowledged it in time.");
        });
        On<Event.Closed>((e, from, run) =>
        {
            run(
                "update safety_case set closed_at = @HappenedAt, closed_by = @By, what_was_done = @WhatWasDone where id = @Id",
                new { from.Id, e.HappenedAt, e.By, e.WhatWasDone });
            Line(run, from, "closed", e.HappenedAt, Of(e.By), e.WhatWasDone);
        });
    }

    private static string Of(StaffId by) => Actor.Staff(by).Text;

    private static void Line(Action<string, object> run, Origin from, string kind, DateTimeOffset at, string by, string? words) =>
        run("insert into safety_case_entry values (@Id, @Position, @kind, @at, @by, @words)", new { from.Id, from.Position, kind, at, by, words });
}
