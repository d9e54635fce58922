using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Domain.Plans;

/// <summary>How often one kind of session is planned within a phase.</summary>
/// <param name="Phase">Id of the programme's phase.</param>
/// <param name="Session">Id of the programme's session type.</param>
/// <param name="Count">How many; 0 to 60.</param>
/// <param name="GapDays">Usual days from one to the next, 1 to 365; null where they stand for themselves or follow another session.</param>
public sealed record PlanLine(string Phase, string Session, int Count, int? GapDays);

/// <summary>Who looks after the patient in this plan. Null where nobody is named.</summary>
public sealed record PlanTeam(StaffId? Therapist, StaffId? Prescriber, StaffId? Nurse);

/// <summary>What a version of a plan proposes.</summary>
/// <param name="Aim">Where the medicine is to take the person; null where none is given.</param>
/// <param name="Route">How the medicine is given; null where none is.</param>
public sealed record PlanTerms(IReadOnlyList<PlanLine> Lines, DoseBandName? Aim, DoseRoute? Route, PlanTeam Team);

/// <summary>One place in which a plan is not the programme's.</summary>
/// <param name="Id">Stable within a version: <c>induction/medicine/count</c>.</param>
/// <param name="What">"Medicine session, how many".</param>
/// <param name="Template">What the programme says: "6", "3 to 7 days".</param>
/// <param name="Chosen">What this plan says.</param>
/// <param name="Reason">Why, by whoever proposed it.</param>
public sealed record Difference(string Id, string What, string Template, string Chosen, string Reason);
