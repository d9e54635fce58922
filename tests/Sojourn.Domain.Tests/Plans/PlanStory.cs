using System.Collections.Frozen;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Plans;
using Sojourn.Domain.Programmes;
using Sojourn.Domain.Tests.Kernel;

namespace Sojourn.Domain.Tests.Plans;

/// <summary>A depression programme of six sessions, Ana Ruiz who takes it, and the three who look after her.</summary>
internal static class PlanStory
{
    public static readonly StaffId Therapist = new(new Guid(1, 0, 0, new byte[8]));
    public static readonly StaffId Prescriber = new(new Guid(2, 0, 0, new byte[8]));
    public static readonly StaffId Nurse = new(new Guid(3, 0, 0, new byte[8]));
    public static readonly GoalId Goal = new(new Guid(4, 0, 0, new byte[8]));
    public static readonly SuggestionId Suggestion = new(new Guid(5, 0, 0, new byte[8]));
    public static readonly SigningName Ana = new("Ana Lucía", "Ruiz", "Lucha");
    public static readonly PlanTeam Team = new(Therapist, Prescriber, Nurse);
    public static readonly IReadOnlyDictionary<string, string> NoReasons = FrozenDictionary<string, string>.Empty;

    public static readonly PlanTemplate Template = new(
        "solo-depression-standard",
        3,
        GivesMedicine: true,
        [
            new("preparation", PhaseKind.Preparation, "preparation", "Preparation session", SessionKind.Preparation, new(1, 2), new(1, 14), null),
            new("induction", PhaseKind.Induction, "medicine", "Medicine session", SessionKind.Medicine, new(6, 6), new(3, 7), null),
            new("induction", PhaseKind.Induction, "integration", "Integration session", SessionKind.Integration, new(6, 6), null, "medicine"),
        ],
        [new(DoseRoute.Sublingual, [DoseBandName.Psycholytic, DoseBandName.Psychedelic], 48), new(DoseRoute.Intramuscular, [DoseBandName.Psychedelic], 72)],
        [Party.Patient, Party.Therapist, Party.Prescriber],
        []);

    public static readonly PlanTerms Terms = new(
        [new("preparation", "preparation", 2, 7), new("induction", "medicine", 6, 5), new("induction", "integration", 6, null)],
        DoseBandName.Psycholytic,
        DoseRoute.Sublingual,
        Team);

    public static readonly Plan.Event.GoalSet SleepAgain = new(Goal, "Sleep through the night");

    public static readonly Plan.Command.ProposeVersion Propose = new(Template, Terms, NoReasons, Note: null);

    public static Scenario<Plan.Command, Plan.State, Plan.Event> Given(params IEnumerable<Plan.Event> events) =>
        new Scenario<Plan.Command, Plan.State, Plan.Event>(Plan.Decide, Plan.Evolve, Plan.State.Initial).Given(events);

    /// <summary>A goal is set and version 1 proposed.</summary>
    public static Scenario<Plan.Command, Plan.State, Plan.Event> GivenVersion() => Given(SleepAgain).After(Propose);

    /// <summary>Version 1 is agreed by all three and in force.</summary>
    public static Scenario<Plan.Command, Plan.State, Plan.Event> GivenActive() => GivenVersion().After(Agree(1, Party.Patient)).After(Agree(1, Party.Therapist)).After(Agree(1, Party.Prescriber));

    public static Plan.Command.Agree Agree(int version, Party party, bool underMedicine = false) =>
        new(version, party, Who(party), new(underMedicine), party == Party.Patient ? new("ana ruiz", Ana) : null);

    public static Plan.Command.ProposeVersion With(Func<PlanTerms, PlanTerms> change, params (string Id, string Why)[] reasons) =>
        Propose with { Terms = change(Terms), Reasons = reasons.ToDictionary(r => r.Id, r => r.Why, StringComparer.Ordinal) };

    public static PlanTerms Line(this PlanTerms terms, string session, int count, int? gap) =>
        terms with { Lines = [.. terms.Lines.Select(line => line.Session == session ? line with { Count = count, GapDays = gap } : line)] };

    public static StaffId? Who(Party party) => party switch { Party.Therapist => Therapist, Party.Prescriber => Prescriber, _ => null };
}
