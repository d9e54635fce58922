using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Tasks;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tasks;

namespace Sojourn.Clinic.Plans;

/// <summary>So many talking sessions missed in a row as the programme says: the team is asked to look again, once. One that is held answers it.</summary>
internal sealed class MissedTherapy() : Reaction("therapy-missed")
{
    /// <summary>The clinic's own promise, not a clinical figure.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromDays(3);

    protected override void Define()
    {
        On<Session.Event.Missed>((_, from, desk) => LookAgain(desk, from));
        On<Session.Event.Held>((_, from, desk) => Settle(desk, from));
    }

    private static void LookAgain(Desk desk, Origin from)
    {
        if (Calendar.SessionRecords.One(desk.Records, from.Id) is not { CourseId: { } course }
            || CourseAtHand.Find(desk.Records, desk.Programmes, course.Value) is not { IsOpen: true } at
            || CommitmentAtRisk.Missed(desk.Records, course.Value, at.Programme) is not { } missed
            || CommitmentAtRisk.Review(desk.Records, course.Value) is not null)
        {
            return;
        }

        new CourseChores(desk, course.Value, "commitment").Raise(
            CommitmentAtRisk.Task,
            from.Id.ToString("D"),
            Taper.Has(at.Programme) ? $"The taper asks for review: {missed} talking sessions missed in a row" : $"Commitment at risk: {missed} talking sessions missed in a row",
            CourseChores.Owner(at.Therapist ?? at.Prescriber, Party.Therapist),
            "manager",
            from.RecordedAt + Within);
    }

    private static void Settle(Desk desk, Origin from)
    {
        if (Calendar.SessionRecords.One(desk.Records, from.Id) is { CourseId: { } course, Type: { } type }
            && CourseAtHand.Find(desk.Records, desk.Programmes, course.Value) is { Programme.TherapyGap: { } gap }
            && gap.CountsAs.Contains(type)
            && CommitmentAtRisk.Review(desk.Records, course.Value) is { } review)
        {
            desk.Do(TaskSlice.Slice, review.Id.Value, new Chore.Command.Settle("They have come again."));
        }
    }
}
