using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;

namespace Sojourn.Clinic.Plans;

/// <summary>What can be done about a plan, with the facts each decision needs read at the same desk. Who acts is the sender.</summary>
public static class PlanDesk
{
    public static void SetGoal(Desk desk, CourseId course, GoalId goal, string words)
    {
        if (CourseAtHand.At(desk, course) is not null)
        {
            desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.SetGoal(goal, words));
        }
    }

    public static void DropGoal(Desk desk, CourseId course, GoalId goal, string why)
    {
        if (CourseAtHand.At(desk, course) is not null)
        {
            desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.DropGoal(goal, why));
        }
    }

    /// <param name="reasons">Why the plan differs from the programme, by the id of the <see cref="Difference"/>.</param>
    /// <param name="answers">The suggestion that this version takes up; null for none.</param>
    public static void Propose(Desk desk, CourseId course, PlanTerms terms, IReadOnlyDictionary<string, string> reasons, string? note, SuggestionId? answers = null)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            desk.Refuse(TeamCan(desk.Records, terms.Team));
            desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.ProposeVersion(PlanTemplate.Of(at.Programme), terms, reasons, note, answers));
        }
    }

    public static void SuggestChange(Desk desk, CourseId course, SuggestionId suggestion, string words)
    {
        if (CourseAtHand.At(desk, course) is not null)
        {
            desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.SuggestChange(suggestion, words));
        }
    }

    public static void AnswerSuggestion(Desk desk, CourseId course, SuggestionId suggestion, string reply)
    {
        if (CourseAtHand.At(desk, course) is not null)
        {
            desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.AnswerSuggestion(suggestion, reply));
        }
    }

    /// <param name="typedName">The patient's signature, on their phone or on the tablet that staff handed over; null for staff.</param>
    public static void Agree(Desk desk, CourseId course, int version, Party party, string? typedName = null)
    {
        if (CourseAtHand.At(desk, course) is { } at)
        {
            var signed = party == Party.Patient ? new Plan.Signed(typedName?.Trim() ?? "", at.Name) : null;
            desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.Agree(version, party, Staff(desk, party), at.LockAt(desk.At), signed, AllMeasured(desk, course)));
        }
    }

    /// <summary>An agreed plan comes into force once nothing asked before the course is open any more.</summary>
    internal static void ComeIntoForce(Desk desk, CourseId course)
    {
        if (PlanRecords.Of(desk.Records, course.Value) is { AwaitsMeasures: true } && AllMeasured(desk, course))
        {
            desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.ComeIntoForce());
        }
    }

    private static bool AllMeasured(Desk desk, CourseId course) => Standing.NotMeasured(desk.Records, desk.Programmes, course, desk.At).Count == 0;

    public static void WithdrawAgreement(Desk desk, CourseId course, int version, Party party, string? reason)
    {
        if (CourseAtHand.At(desk, course, mayBeClosed: true) is not null)
        {
            desk.Do(PlanSlice.Slice, course.Value, new Plan.Command.WithdrawAgreement(version, party, Staff(desk, party), reason));
        }
    }

    private static StaffId? Staff(Desk desk, Party party) => party == Party.Patient ? null : desk.Sender.Actor.StaffId;

    /// <summary>Whoever is named must work here and be what they are named as.</summary>
    private static IEnumerable<Refusal> TeamCan(Records records, PlanTeam team)
    {
        foreach (var (role, field, staff) in new[] { (Roles.Therapist, "therapist", team.Therapist), (Roles.Prescriber, "prescriber", team.Prescriber), (Roles.Nurse, "nurse", team.Nurse) })
        {
            if (staff is { } id && !WorksHere.As(role, records, id))
            {
                yield return new("plan.team-role", $"Whoever is named as {role} does not work here as one. Choose somebody from the list.", Field: field);
            }
        }
    }
}
