using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using static Sojourn.Domain.Boosters.Booster;

namespace Sojourn.Clinic.Boosters;

/// <summary>Whoever has to decide has a task.</summary>
internal sealed class BoosterReactions() : Reaction("booster-next")
{
    private const string Decide = "decide-on-booster";

    // The clinic's own promise, not a clinical figure.
    private static readonly TimeSpan ToDecide = TimeSpan.FromDays(3);

    protected override void Define()
    {
        On<Event.Proposed>((e, from, desk) =>
        {
            var course = CourseAtHand.Find(desk.Records, desk.Programmes, from.Id);
            foreach (var (party, staff) in new[] { (Party.Therapist, course?.Therapist), (Party.Prescriber, course?.Prescriber) })
            {
                if (e.DecidedBy.Contains(party) && !HasDecided(desk, from.Id, e.Number, party))
                {
                    new CourseChores(desk, from.Id, "boosters").Raise(Decide, Key(e.Number, party), $"Decide on booster {e.Number}", CourseChores.Owner(staff, party), "manager", from.RecordedAt + ToDecide);
                }
            }
        });
        On<Event.Decided>((e, from, desk) => new CourseChores(desk, from.Id, "boosters").Settle(Decide, Key(e.Number, e.Party), e.Yes ? "Said yes." : "Said no."));
        On<Event.Declined>((e, from, desk) =>
        {
            var chores = new CourseChores(desk, from.Id, "boosters");
            chores.Settle(Decide, Key(e.Number, Party.Therapist), "It was declined.");
            chores.Settle(Decide, Key(e.Number, Party.Prescriber), "It was declined.");
        });
    }

    /// <summary>Who proposed has said yes in the same breath.</summary>
    private static bool HasDecided(Desk desk, Guid course, int number, Party party) => desk.Records.Any(
        "select 1 from booster_decision where course_id = @course and number = @number and party = @party",
        new { course, number, party = Columns.Word(party) });

    private static string Key(int number, Party party) => $"{number}/{Columns.Word(party)}";
}
