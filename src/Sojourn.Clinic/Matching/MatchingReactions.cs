using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using static Sojourn.Domain.Matching.Match;

namespace Sojourn.Clinic.Matching;

/// <summary>Whoever was chosen has a task; a patient who heard no is called.</summary>
internal sealed class MatchingReactions() : Reaction("matching-next")
{
    private const string Reply = "answer-patient";
    private const string Tell = "tell-declined";

    // The clinic's own promises, not clinical figures.
    private static readonly TimeSpan ToReply = TimeSpan.FromDays(2);
    private static readonly TimeSpan ToTell = TimeSpan.FromDays(1);

    protected override void Define()
    {
        On<Event.Answered>((_, from, desk) => Settle(desk, from.Id, "They answered the questions again."));
        On<Event.Chosen>((e, from, desk) =>
        {
            Settle(desk, from.Id, "They chose somebody.");
            new CourseChores(desk, from.Id, "therapist").Raise(
                Reply, $"{from.Position}", "A patient chose you as their therapist: say yes or no", Actor.Staff(e.Therapist).Text, "manager", from.RecordedAt + ToReply);
        });
        On<Event.Confirmed>((_, from, desk) => Settle(desk, from.Id, "Said yes."));
        On<Event.Declined>((_, from, desk) =>
        {
            Settle(desk, from.Id, "Said no.");
            new CourseChores(desk, from.Id, "therapist").Raise(
                Tell, $"{from.Position}", "Call them: the therapist they chose cannot take them on; they can choose again", "role/front-desk", "manager", from.RecordedAt + ToTell);
        });
    }

    /// <summary>All that was asked before.</summary>
    private static void Settle(Desk desk, Guid course, string note)
    {
        foreach (var id in desk.Records.All<Guid>("select id from task where course_id = @course and kind in (@Reply, @Tell) and state in ('open', 'taken')", new { course, Reply, Tell }))
        {
            desk.Do(Tasks.TaskSlice.Slice, id, new Domain.Tasks.Chore.Command.Settle(note));
        }
    }
}
