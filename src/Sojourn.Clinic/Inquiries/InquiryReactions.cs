using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Inquiries;

/// <summary>A question waits for an answer with a clock; what the first conversation led to is the next thing to do.</summary>
internal sealed class InquiryReactions() : Reaction("inquiry-tasks")
{
    private const string AnswerKind = "answer-inquiry";
    private const string NextKind = "after-first-conversation";

    /// <summary>A question with worrying words is somebody's within the hour. The clinic's promise; source: clinic default.</summary>
    private static readonly TimeSpan Worrying = TimeSpan.FromHours(1);

    protected override void Define()
    {
        On<Inquiry.Event.Received>((e, from, desk) => desk.Do(TaskSlice.Slice, TaskSlice.Id(AnswerKind, from.Id), e.WorryingWords.Count > 0
            ? Raise(AnswerKind, $"Call {e.FirstName} now: the message may mean danger", "role/therapist", "role/manager", from.RecordedAt + Worrying, from.Id)
            : Raise(AnswerKind, $"Answer {e.FirstName}'s question", "role/front-desk", "role/manager", e.RespondBy, from.Id)));
        On<Inquiry.Event.Answered>((_, from, desk) => Settle(desk, AnswerKind, from.Id, "Answered."));
        On<Inquiry.Event.Closed>((e, from, desk) =>
        {
            Settle(desk, AnswerKind, from.Id, e.Why);
            Settle(desk, NextKind, from.Id, e.Why);
        });
        On<Inquiry.Event.BecamePerson>((_, from, desk) => Settle(desk, NextKind, from.Id, "Registered."));
        On<Inquiry.Event.ConversationRecorded>((e, from, desk) =>
        {
            Settle(desk, AnswerKind, from.Id, "Talked.");
            var name = InquiryRecords.One(desk.Records, from.Id)?.FirstName ?? "them";
            desk.Do(TaskSlice.Slice, TaskSlice.Id(NextKind, from.Id), e.Outcome switch
            {
                ConversationOutcome.GoOn => Raise(NextKind, $"Register {name} and open a course", "role/front-desk", "role/manager", from.RecordedAt.AddDays(2), from.Id),
                ConversationOutcome.Think => Raise(NextKind, $"Ask {name} how they have decided", "role/front-desk", "role/manager", from.RecordedAt.AddDays(14), from.Id),
                _ => Raise(NextKind, $"Send {name} the places that suit better", "role/therapist", "role/manager", from.RecordedAt.AddDays(2), from.Id),
            });
        });
    }

    private static Chore.Command.Raise Raise(string kind, string words, string owner, string deputy, DateTimeOffset due, Guid inquiry) =>
        new(kind, words, null, null, null, owner, deputy, due, $"inquiries/{inquiry}");

    private static void Settle(Desk desk, string kind, Guid inquiry, string note)
    {
        var id = TaskSlice.Id(kind, inquiry);
        if (TaskRecords.One(desk.Records, id) is not null)
        {
            desk.Do(TaskSlice.Slice, id, new Chore.Command.Settle(note));
        }
    }
}
