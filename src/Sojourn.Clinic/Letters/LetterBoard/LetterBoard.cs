using Sojourn.Clinic.Running;
using static Sojourn.Domain.Letters.Letter;

namespace Sojourn.Clinic.Letters.LetterBoard;

/// <summary>Letters to those who treat the patient elsewhere.</summary>
public sealed class LetterBoard() : Projection("letter-board", version: 1)
{
    protected override void Define()
    {
        On<Event.Prepared>(
            "insert into letter (id, course_id, addressee, practice, text, typed_name, prepared_at, prepared_by) values (@Id, @Course, @To, @Practice, @Text, @TypedName, @RecordedAt, @By)",
            (e, from) => new { from.Id, e.Course, e.To, e.Practice, e.Text, e.TypedName, from.RecordedAt, By = from.Actor.Text });
        On<Event.Sent>("update letter set sent_at = @RecordedAt, sent_how = @How where id = @Id", (e, from) => new { from.Id, from.RecordedAt, e.How });
    }
}
