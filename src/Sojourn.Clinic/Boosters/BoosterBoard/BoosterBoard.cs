using Sojourn.Clinic.Running;
using static Sojourn.Domain.Boosters.Booster;

namespace Sojourn.Clinic.Boosters.BoosterBoard;

/// <summary>Boosters with their decisions. The parties that decide lie between spaces: <c>' patient prescriber '</c>.</summary>
public sealed class BoosterBoard() : Projection("booster-board", version: 1)
{
    private const string SetState = "update booster set state = @State where course_id = @Id and number = @Number";

    protected override void Define()
    {
        On<Event.Proposed>(
            """
            insert into booster (course_id, number, step, title, state, proposed_at, proposed_by, earliest_on, latest_on, reason, decided_by, last_medicine_on)
            values (@Id, @Number, @Step, @Title, 'proposed', @RecordedAt, @By, @EarliestOn, @LatestOn, @Reason, @DecidedBy, @LastMedicineOn)
            """,
            (e, from) => new
            {
                from.Id,
                e.Number,
                e.Step,
                e.Title,
                from.RecordedAt,
                By = from.Actor.Text,
                e.EarliestOn,
                e.LatestOn,
                e.Reason,
                DecidedBy = $" {string.Join(' ', e.DecidedBy.Select(Columns.Word))} ",
                e.LastMedicineOn,
            });
        On<Event.Decided>(
            """
            insert into booster_decision (course_id, number, party, yes, reason, at, who) values (@Id, @Number, @Party, @Yes, @Reason, @RecordedAt, @Who)
            on conflict (course_id, number, party) do update set yes = excluded.yes, reason = excluded.reason, at = excluded.at, who = excluded.who
            """,
            (e, from) => new { from.Id, e.Number, Party = Columns.Word(e.Party), e.Yes, e.Reason, from.RecordedAt, Who = from.Actor.Text });
        On<Event.Agreed>(SetState, (e, from) => new { from.Id, e.Number, State = "agreed" });
        On<Event.Declined>(SetState, (e, from) => new { from.Id, e.Number, State = "declined" });
    }
}
