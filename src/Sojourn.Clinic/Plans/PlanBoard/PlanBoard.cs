using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Plans.Plan;

namespace Sojourn.Clinic.Plans.PlanBoard;

/// <summary>Every plan with its versions, goals, agreements and suggestions.</summary>
public sealed class PlanBoard() : Projection("plan-board", version: 1)
{
    private const string AddLine = "insert into plan_line values (@Id, @Version, @Place, @Phase, @Session, @Count, @GapDays)";
    private const string AddDifference = "insert into plan_difference values (@Id, @Version, @Place, @What, @Template, @Chosen, @Reason)";

    protected override void Define()
    {
        On<Event.GoalSet>(
            """
            insert into plan_goal (id, course_id, words, open, set_at) values (@Goal, @Id, @Words, 1, @RecordedAt)
            on conflict (id) do update set words = excluded.words, open = 1, dropped_why = null
            """,
            (e, from) => new { e.Goal, from.Id, e.Words, from.RecordedAt });
        On<Event.GoalDropped>("update plan_goal set open = 0, dropped_why = @Why where id = @Goal", (e, _) => new { e.Goal, e.Why });
        On<Event.VersionProposed>(Propose);
        On<Event.Agreed>(
            """
            insert into plan_agreement (course_id, version, party, who, at, typed_name) values (@Id, @Version, @Party, @Who, @RecordedAt, @TypedName)
            on conflict (course_id, version, party) do update set who = excluded.who, at = excluded.at, typed_name = excluded.typed_name
            """,
            (e, from) => new { from.Id, e.Version, Party = Columns.Word(e.Party), Who = from.Actor.Text, from.RecordedAt, e.TypedName });
        On<Event.Activated>((e, from, run) =>
        {
            run(Sql.Of<PlanBoard>("take-figures.sql"), new { from.Id, e.Version, Active = e.Version });
            run("update plan_version set activated_at = @RecordedAt where course_id = @Id and version = @Version", new { from.Id, e.Version, from.RecordedAt });
        });
        On<Event.AgreementWithdrawn>("on-withdrawn.sql", (e, from) => new { from.Id, e.Version, Party = Columns.Word(e.Party), from.RecordedAt, e.Reason });
        On<Event.ChangeSuggested>(
            "insert into plan_suggestion (id, course_id, words, suggested_at) values (@Suggestion, @Id, @Words, @RecordedAt)",
            (e, from) => new { e.Suggestion, from.Id, e.Words, from.RecordedAt });
        On<Event.SuggestionAnswered>(
            "update plan_suggestion set answered_at = @RecordedAt, answered_by = @By, reply = @Reply, version = @Version where id = @Suggestion",
            (e, from) => new { e.Suggestion, from.RecordedAt, By = from.Actor.Text, e.Reply, e.Version });
    }

    private static void Propose(Event.VersionProposed e, Origin from, Action<string, object> run)
    {
        run(Sql.Of<PlanBoard>("on-proposed.sql"), new
        {
            from.Id,
            e.Version,
            e.ProgrammeVersion,
            Aim = e.Aim is { } aim ? Columns.Word(aim) : null,
            Route = e.Route is { } route ? DoseRoutes.Id(route) : null,
            e.Sessions,
            e.GapDays,
            e.Team.Therapist,
            e.Team.Prescriber,
            e.Team.Nurse,
            AgreementOf = string.Join(' ', e.AgreementOf.Select(Columns.Word)),
            e.Note,
            from.RecordedAt,
            By = from.Actor.Text,
        });
        foreach (var (place, line) in e.Lines.Index())
        {
            run(AddLine, new { from.Id, e.Version, Place = place, line.Phase, line.Session, line.Count, line.GapDays });
        }

        foreach (var difference in e.Differences)
        {
            run(AddDifference, new { from.Id, e.Version, Place = difference.Id, difference.What, difference.Template, difference.Chosen, difference.Reason });
        }
    }
}
