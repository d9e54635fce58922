using Sojourn.Clinic.Running;
using Sojourn.Domain.Boosters;
using Sojourn.Domain.Dosing;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Clinic.Courses;

/// <summary>A course goes on by itself: found suitable, to preparation; with the first dose, to the series; with the first booster agreed, to the boosters. Never back.</summary>
internal sealed class GoingOn() : Reaction("course-goes-on")
{
    protected override void Define()
    {
        On<Assessment.Event.EligibilityDecided>((decided, from, desk) =>
        {
            if (decided.Decision is EligibilityDecision.Suitable or EligibilityDecision.SuitableWithConditions)
            {
                To(desk, new CourseId(from.Id), PhaseKind.Preparation);
            }
        });
        On<MedicineSession.Event.DoseGiven>((dose, _, desk) => To(desk, dose.Course, PhaseKind.Induction));
        On<Booster.Event.Agreed>((_, from, desk) => To(desk, new CourseId(from.Id), PhaseKind.Booster));
    }

    /// <summary>The programme's first phase of a kind, where the course is in an earlier one.</summary>
    private static void To(Desk desk, CourseId id, PhaseKind kind)
    {
        if (CourseRecords.One(desk.Records, id) is { IsOpen: true } course
            && desk.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion) is { } programme
            && programme.Phases.FirstOrDefault(phase => phase.Kind == kind) is { } next
            && programme.Phases.TakeWhile(phase => phase != next).Any(phase => phase.Id == course.Phase))
        {
            CourseDesk.EnterPhase(desk, id, next.Id);
        }
    }
}
