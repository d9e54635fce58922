using System.Text.Json;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Matching.Match;

namespace Sojourn.Clinic.Matching.MatchingBoard;

/// <summary>Answers and choices of those who look for a therapist.</summary>
public sealed class MatchingBoard() : Projection("matching-board", version: 1)
{
    protected override void Define()
    {
        On<Event.Answered>(
            """
            insert into matching values (@Id, @Answers, @RecordedAt, null, null)
            on conflict (course_id) do update set answers = excluded.answers, answered_at = excluded.answered_at, asked_id = null, asked_at = null
            """,
            (e, from) => new { from.Id, Answers = JsonSerializer.Serialize(e.Answers, Json.Options), from.RecordedAt });
        On<Event.Chosen>((e, from, run) =>
        {
            run("update matching set asked_id = @Therapist, asked_at = @RecordedAt where course_id = @Id", new { from.Id, e.Therapist, from.RecordedAt });
            Step(run, from, "chosen", e.Therapist, e.Points, string.Join('\n', e.Reasons));
        });
        On<Event.Confirmed>((e, from, run) => Over(run, from, "confirmed", e.Therapist, null));
        On<Event.Declined>((e, from, run) => Over(run, from, "declined", e.Therapist, e.Why));
    }

    private static void Over(Action<string, object> run, Origin from, string what, StaffId therapist, string? words)
    {
        run("update matching set asked_id = null, asked_at = null where course_id = @Id", new { from.Id });
        Step(run, from, what, therapist, null, words);
    }

    private static void Step(Action<string, object> run, Origin from, string what, StaffId therapist, int? points, string? words) =>
        run("insert into matching_step values (@Id, @Position, @RecordedAt, @what, @therapist, @points, @words)", new { from.Id, from.Position, from.RecordedAt, what, therapist, points, words });
}
