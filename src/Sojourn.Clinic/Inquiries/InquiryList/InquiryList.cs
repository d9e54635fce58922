using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Inquiries.Inquiry;

namespace Sojourn.Clinic.Inquiries.InquiryList;

/// <summary>Every question that came in, with its clock.</summary>
public sealed class InquiryList() : Projection("inquiry-list", version: 1)
{
    protected override void Define()
    {
        On<Event.Received>("on-received.sql", (e, from) => new
        {
            from.Id,
            e.FirstName,
            e.Reach,
            e.Message,
            e.Programme,
            from.RecordedAt,
            e.RespondBy,
            Worrying = e.WorryingWords.Count > 0,
        });
        On<Event.Answered>("update inquiry set state = 'answered', answer = @Words where id = @Id", (e, from) => new { from.Id, e.Words });
        On<Event.CallBooked>("update inquiry set state = 'call-booked', session_id = @Session where id = @Id", (e, from) => new { from.Id, e.Session });
        On<Event.ConversationRecorded>(
            "update inquiry set state = 'talked', hopes = @Hopes, tried = @Tried, worries = @Worries, outcome = @Outcome, note = @Note where id = @Id",
            (e, from) => new { from.Id, e.Hopes, e.Tried, e.Worries, Outcome = Columns.Word(e.Outcome), e.Note });
        On<Event.BecamePerson>("update inquiry set person_id = @Person where id = @Id", (e, from) => new { from.Id, e.Person });
        On<Event.Closed>("update inquiry set state = 'closed', closed_why = @Why where id = @Id", (e, from) => new { from.Id, e.Why });
    }
}
