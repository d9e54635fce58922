using Sojourn.Clinic.Running;
using static Sojourn.Domain.Lanes.PlanLanes;

namespace Sojourn.Clinic.Lanes.LaneBoard;

/// <summary>The five lanes of each course.</summary>
public sealed class LaneBoard() : Projection("lane-board", version: 3)
{
    private const string Insert =
        """
        insert into lane_item (id, course_id, lane, words, place, from_on, to_on, is_visit, state, put_at, put_by, duty)
        values (@Item, @Id, @Lane, @Words, @Where, @From, @To, @IsVisit, @State, @RecordedAt, @By, @Duty)
        """;

    protected override void Define()
    {
        On<Event.Put>((e, from, run) =>
        {
            run(Insert, new { e.Item, from.Id, Lane = Columns.Word(e.Lane), e.Words, e.Where, e.From, e.To, IsVisit = false, State = "open", from.RecordedAt, By = from.Actor.Text, Duty = e.Duty is { } days ? $" {string.Join(' ', days.Select(day => (int)day))} " : null });
            run("delete from lane_none where course_id = @Id and lane = @Lane", new { from.Id, Lane = Columns.Word(e.Lane) });
        });
        On<Event.VisitLogged>((e, from, run) =>
        {
            run(Insert, new { e.Item, from.Id, Lane = Columns.Word(e.Lane), e.Words, e.Where, From = e.On, To = (DateOnly?)e.On, IsVisit = true, State = "held", from.RecordedAt, By = from.Actor.Text, Duty = (string?)null });
            run("delete from lane_none where course_id = @Id and lane = @Lane", new { from.Id, Lane = Columns.Word(e.Lane) });
        });
        On<Event.NoneChosen>("insert into lane_none values (@Id, @Lane, @RecordedAt, @By)", (e, from) => new { from.Id, Lane = Columns.Word(e.Lane), from.RecordedAt, By = from.Actor.Text });
        On<Event.Ended>("update lane_item set state = 'ended', to_on = @On, ended_why = @Why, agreed = @PrescriberAgreed where id = @Item", (e, _) => new { e.Item, e.On, e.Why, e.PrescriberAgreed });
        On<Event.TalkLinked>(
            "insert into lane_talk values (@Talk, @Id, @Medicine) on conflict (talk_id) do update set medicine_id = excluded.medicine_id",
            (e, from) => new { e.Talk, from.Id, e.Medicine });
        On<Event.Struck>("delete from lane_item where id = @Item", (e, _) => new { e.Item });
    }
}
