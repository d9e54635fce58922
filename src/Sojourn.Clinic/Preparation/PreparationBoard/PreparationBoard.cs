using Sojourn.Clinic.Running;
using static Sojourn.Domain.Preparation.Preparing;

namespace Sojourn.Clinic.Preparation.PreparationBoard;

/// <summary>Checklist, intention and understanding of every course. Tags of an intention lie between spaces: <c>' insight release '</c>.</summary>
public sealed class PreparationBoard() : Projection("preparation-board", version: 2)
{
    protected override void Define()
    {
        On<Event.ItemDone>(
            """
            insert into preparation_item (course_id, item_id, done_at, version, done_by, words, typed_name) values (@Id, @Item, @RecordedAt, @Version, @By, @Words, @TypedName)
            on conflict (course_id, item_id) do update set
              done_at = excluded.done_at, version = excluded.version, done_by = excluded.done_by, words = excluded.words, typed_name = excluded.typed_name
            """,
            (e, from) => new { from.Id, e.Item, from.RecordedAt, e.Version, By = from.Actor.Text, e.Words, e.TypedName });
        On<Event.ItemUndone>("delete from preparation_item where course_id = @Id and item_id = @Item", (e, from) => new { from.Id, e.Item });
        On<Event.IntentionSet>(
            """
            insert into preparation (course_id, intention, helps) values (@Id, @Words, @Helps)
            on conflict (course_id) do update set intention = excluded.intention, helps = excluded.helps
            """,
            (e, from) => new { from.Id, e.Words, Helps = $" {string.Join(' ', e.Helps)} " });
        On<Event.DirectiveSaid>(
            "insert into directive values (@Id, @Version, @RecordedAt, @By, @Touch, @People, @Music, @Recording, @SecondDose, @Helps)",
            (e, from) => new
            {
                from.Id,
                e.Version,
                from.RecordedAt,
                By = from.Actor.Text,
                Touch = Word(e.Choices.Touch),
                e.Choices.People,
                Music = Word(e.Choices.Music),
                Recording = Word(e.Choices.Recording),
                SecondDose = Word(e.Choices.SecondDose),
                e.Choices.Helps,
            });
        On<Event.UnderstandingAnswered>(
            """
            insert into preparation_answer values (@Id, @Question, @Choice, @Right, @PageVersion, @RecordedAt)
            on conflict (course_id, question_id) do update set
              choice_id = excluded.choice_id, is_right = excluded.is_right, page_version = excluded.page_version, answered_at = excluded.answered_at
            """,
            (e, from) => new { from.Id, e.Question, e.Choice, e.Right, e.PageVersion, from.RecordedAt });
        On<Event.Understood>(
            """
            insert into preparation (course_id, helps, understood_at, understood_version) values (@Id, '', @RecordedAt, @PageVersion)
            on conflict (course_id) do update set understood_at = excluded.understood_at, understood_version = excluded.understood_version
            """,
            (e, from) => new { from.Id, from.RecordedAt, e.PageVersion });
    }

    private static string? Word<T>(T? choice)
        where T : struct, Enum => choice is { } said ? Columns.Word(said) : null;
}
