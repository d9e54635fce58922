using Sojourn.Clinic.Running;
using static Sojourn.Domain.Consents.Consent;

namespace Sojourn.Clinic.Consents.ConsentBoard;

/// <summary>Which consent texts were signed in which course, and which of them were taken back.</summary>
public sealed class ConsentBoard() : Projection("consent-board", version: 1)
{
    protected override void Define()
    {
        On<Event.Given>("on-given.sql", (e, from) => new { from.Id, e.Document, e.Version, from.RecordedAt, e.TextSha256, e.TypedName, e.TakenBy });
        On<Event.Withdrawn>(
            "update consent set withdrawn_at = @RecordedAt, withdrawn_why = @Reason where course_id = @Id and document_id = @Document and withdrawn_at is null",
            (e, from) => new { from.Id, e.Document, from.RecordedAt, e.Reason });
    }
}
