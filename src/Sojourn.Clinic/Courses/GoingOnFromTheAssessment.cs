using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Screening;

namespace Sojourn.Clinic.Courses;

/// <summary>Found suitable, a course goes on from first contact or assessment to preparation.</summary>
internal sealed class GoingOnFromTheAssessment() : Reaction("course-goes-on-from-the-assessment")
{
    protected override void Define() => On<Assessment.Event.EligibilityDecided>((decided, from, desk) =>
    {
        var course = new CourseId(from.Id);
        if (decided.Decision is EligibilityDecision.Suitable or EligibilityDecision.SuitableWithConditions
            && CourseRecords.One(desk.Records, course) is { IsOpen: true } row
            && desk.Programmes.Find(row.ProgrammeId) is { } programme
            && programme.Phases.FirstOrDefault(phase => phase.Id == row.Phase) is { Kind: PhaseKind.FirstContact or PhaseKind.Assessment }
            && programme.Phases.FirstOrDefault(phase => phase.Kind == PhaseKind.Preparation) is { } preparation)
        {
            CourseDesk.EnterPhase(desk, course, preparation.Id);
        }
    });
}
