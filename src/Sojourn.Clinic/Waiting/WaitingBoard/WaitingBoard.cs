using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Waiting.WaitingPlace;

namespace Sojourn.Clinic.Waiting.WaitingBoard;

/// <summary>The waiting list.</summary>
public sealed class WaitingBoard() : Projection("waiting-board", version: 1)
{
    protected override void Define()
    {
        On<Event.Put>(
            """
            insert into waiting (id, kind, type, person_id, course_id, inquiry_id, instead_id, days, times, note, put_at, state)
            values (@Id, @Kind, @Type, @Person, @Course, @Inquiry, @Instead, @Days, @Times, @Note, @RecordedAt, 'open')
            """,
            (e, from) => new
            {
                from.Id,
                Kind = Columns.Word(e.Wish.Kind),
                e.Wish.Type,
                e.Wish.Person,
                e.Wish.Course,
                e.Wish.Inquiry,
                e.Wish.Instead,
                Days = string.Join(' ', e.Wish.Days.Select(day => (int)day)),
                Times = string.Join(' ', e.Wish.Times),
                e.Wish.Note,
                from.RecordedAt,
            });
        On<Event.Offered>((e, from, run) => Offer(run, from, e.Slot, "offered"));
        On<Event.Passed>((e, from, run) => Offer(run, from, e.Slot, "passed"));
        On<Event.Refilled>((e, from, run) =>
        {
            Offer(run, from, e.Slot, "refilled");
            run("update waiting set state = 'refilled' where id = @Id", new { from.Id });
        });
        On<Event.Ended>("update waiting set state = 'ended', ended_why = @Why where id = @Id", (e, from) => new { from.Id, e.Why });
    }

    private static void Offer(Action<string, object> run, Origin from, SessionId slot, string what) => run(
        """
        insert into waiting_offer values (@Id, @slot, @what, @RecordedAt)
        on conflict (waiting_id, slot_id) do update set what = excluded.what, at = excluded.at
        """,
        new { from.Id, slot, what, from.RecordedAt });
}
