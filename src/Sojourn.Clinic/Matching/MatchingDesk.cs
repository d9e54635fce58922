using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Matching;

namespace Sojourn.Clinic.Matching;

/// <summary>Finding a therapist, with the facts that each step needs.</summary>
public static class MatchingDesk
{
    public static void Answer(Desk desk, CourseId course, MatchAnswers answers)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            desk.Do(MatchingSlice.Slice, course.Value, new Match.Command.Answer(answers, at.Therapist is not null));
        }
    }

    public static void Choose(Desk desk, CourseId course, StaffId therapist)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            var offers = MatchingRecords.One(desk.Records, course.Value) is { } row ? MatchingRecords.Offers(desk.Records, desk.Programmes, at, row.Said, desk.At) : [];
            desk.Do(MatchingSlice.Slice, course.Value, new Match.Command.Choose(therapist, offers, at.Therapist is not null));
        }
    }

    /// <summary>Yes or no of whoever was chosen, said by themselves; with the yes they are the course's therapist.</summary>
    public static void Reply(Desk desk, CourseId course, bool yes, string? why)
    {
        if (CourseAtHand.At(desk, course) is not { } at || desk.Sender.Actor.StaffId is not { } staff)
        {
            return;
        }

        if (!yes)
        {
            desk.Do(MatchingSlice.Slice, course.Value, new Match.Command.Decline(staff, why ?? ""));
        }
        else if (desk.Do(MatchingSlice.Slice, course.Value, new Match.Command.Confirm(staff, MatchingRecords.IsTrained(desk.Records, staff, Clinics.ClinicDay.In(desk.Records, desk.At)))))
        {
            CourseDesk.NameTeam(desk, course, new Team(staff, at.Prescriber, at.Nurse));
        }
    }
}
