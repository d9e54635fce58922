using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Compiling;

/// <summary>What every programme that gives medicine must keep on each way through it, and whether it does.</summary>
public static class Claims
{
    private static readonly (string Gate, string Says, string Lack)[] Gates =
    [
        (GateItems.Eligibility, "Nobody is given medicine unless found suitable.", "without anybody having found it suitable"),
        (GateItems.PlanAgreed, "Nobody is given medicine before all have agreed to the plan.", "without a plan that all have agreed to"),
        (GateItems.Consent, "Nobody is given medicine unless a consent is in force.", "without a consent in force"),
        (GateItems.Escort, "No medicine unless somebody is named to take them home.", "with nobody named to take them home"),
        (GateItems.IntegrationBooked, "No medicine unless integration is booked.", "with no integration booked"),
        (GateItems.SuicideScreen, "No medicine before being asked about suicide that day.", "without being asked about suicide that day"),
        (GateItems.BaselineVitals, "No medicine before vitals are taken that day.", "without vitals taken first"),
    ];

    /// <summary>All of them, in the order in which a course runs; none where no medicine is given.</summary>
    public static IReadOnlyList<Claim> Of(Programme programme)
    {
        ArgumentNullException.ThrowIfNull(programme);
        return programme.GivesMedicine ? [.. new Ways(programme, ProgrammeGraph.Of(programme)).All()] : [];
    }

    private sealed class Ways(Programme programme, ProgrammeGraph graph)
    {
        public IEnumerable<Claim> All()
        {
            var reached = Reached();
            yield return reached;
            if (reached.Against is not null)
            {
                yield break;
            }

            yield return Before(SessionKind.Assessment);
            yield return Before(SessionKind.Preparation);
            foreach (var (gate, says, lack) in Gates)
            {
                yield return BeforeEach(
                    says,
                    step => step.Kind == StepKind.Cleared && step.Id == gate,
                    lack,
                    $"Add “{gate}” under “before-booking” or “before-dose”.");
            }

            yield return BookedOnlyWhenSuitable();
            foreach (var role in new[] { Roles.Patient, Roles.Prescriber })
            {
                yield return BehindItsGate(GateItems.PlanAgreed, BeforeEach(
                    $"No plan is in force without the {role}'s agreement.",
                    step => step.Kind == StepKind.Agreed && step.Id == role,
                    $"without the {role}'s agreement to the plan",
                    "Write “agreements: [patient, therapist, prescriber]”; the patient and the prescriber always agree."));
            }

            yield return BehindItsGate(GateItems.Consent, BeforeEach(
                "A consent text is signed.", step => step.Kind == StepKind.Signed, "with no consent text to sign", "Name one under “consents”."));
            yield return BeforeEachReady(PreparationKind.Escort, "naming who takes them home that day");
            yield return BeforeEachReady(PreparationKind.NoDriving, "agreeing not to drive that day");
            yield return AfterEach();
            yield return EndsWithClosing();
        }

        private Claim Before(SessionKind kind)
        {
            var name = Words<SessionKind>.Of(kind);
            var way = graph.Shortest((passed, step) => step.IsMedicine && !passed ? null : passed || step.Gives(kind));
            return new($"No medicine without {name} before it.", way is null ? null : new(
                Last(way),
                $"A patient could go {way} and be given medicine without {name}.",
                $"Book at least one session of the kind “{name}” in a phase before “{Last(way).Id}”, with “least: 1”."));
        }

        /// <summary>Since the last medicine session, or since the beginning.</summary>
        private Claim BeforeEach(string says, Func<Step, bool> mark, string lack, string mend)
        {
            var way = graph.Shortest((passed, step) => step.IsMedicine ? (passed ? false : null) : passed || mark(step));
            return new(says, way is null ? null : new(Last(way), $"A patient could go {way} and be given medicine {lack}.", mend));
        }

        /// <summary>Left to the claim about the gate where the programme has no such line in it.</summary>
        private Claim BehindItsGate(string gate, Claim claim) =>
            graph.Steps.Any(step => step.Kind == StepKind.Cleared && step.Id == gate) ? claim : claim with { Against = null };

        private Claim BeforeEachReady(PreparationKind kind, string what)
        {
            var items = programme.Preparation.Where(item => item.Kind == kind).Select(item => item.Id).ToHashSet(StringComparer.Ordinal);
            return BehindItsGate(GateItems.PreparationDone, BeforeEach(
                $"No medicine without {what}.",
                step => step.Kind == StepKind.Ready && items.Contains(step.Id),
                $"without {what}",
                $"Add an item of the kind “{Words<PreparationKind>.Of(kind)}” under “preparation”, with “required: yes” and “each-session: yes”."));
        }

        private Claim BookedOnlyWhenSuitable()
        {
            var late = programme.BeforeDose.Any(item => item.Id == GateItems.Eligibility) && programme.BeforeBookingMedicine.All(item => item.Id != GateItems.Eligibility);
            return new("Medicine is booked only for those found suitable.", !late ? null : new(
                programme.Phases.First(Gives),
                "Medicine could be booked for a person whom nobody has found suitable.",
                $"Add “{GateItems.Eligibility}” under “before-booking” too."));
        }

        private Claim AfterEach()
        {
            var way = graph.Shortest((owed, step) => step.IsMedicine || step.Kind == StepKind.Ended
                ? (owed ? null : step.IsMedicine)
                : owed && !step.Gives(SessionKind.Integration));
            if (way is null)
            {
                return new("Integration follows every medicine session.", null);
            }

            var before = way.Steps.SkipLast(1).Last(step => step.IsMedicine);
            var next = way.Steps[^1].IsMedicine ? "be given medicine again" : "leave";
            return new("Integration follows every medicine session.", new(
                before.Phase,
                $"A patient could go {way} and {next} without integration after the medicine of “{before.Phase.Id}”{Nth(before)}.",
                $"Book an integration session in “{before.Phase.Id}” with “after-each”, as often as the medicine."));
        }

        private static string Nth(Step step) => step.Number > 1 ? $", session {step.Number}" : "";

        /// <summary>What need not be given may end with its integration; what is given for certain is looked back on.</summary>
        private Claim EndsWithClosing()
        {
            var series = programme.Phases.LastOrDefault(phase => phase.Sessions.Any(booked => booked.Count.Least > 0 && IsMedicine(booked))) ?? programme.Phases.First(Gives);
            var way = graph.Shortest((owed, step) => step.Kind == StepKind.Ended
                ? (owed ? null : false)
                : (owed && !step.Gives(SessionKind.FollowUp)) || (step.IsMedicine && ReferenceEquals(step.Phase, series)));
            return new("Nothing ends without looking back.", way is null ? null : new(
                series,
                $"A patient could go {way} and the programme would end without a closing session after the medicine of “{series.Id}”.",
                $"Book a session of the kind “{Words<SessionKind>.Of(SessionKind.FollowUp)}” in a phase after “{series.Id}”, with “least: 1”."));
        }

        private Claim Reached()
        {
            var held = graph.Steps.Where(step => step.Kind == StepKind.Held).Select(step => (step.Phase, step.Id)).ToHashSet();
            var empty = programme.Phases.FirstOrDefault(phase => phase.Sessions.All(booked => booked.Count.Most == 0));
            var against = empty is not null
                ? new CounterExample(empty, $"Nothing can ever be booked in the phase “{empty.Id}”.", "Book a session in it, or take it away.")
                : programme.Phases
                    .SelectMany(phase => phase.Sessions.Where(booked => !held.Contains((phase, booked.SessionId))).Select(booked => NeverComes(phase, booked)))
                    .FirstOrDefault();
            return new("Every phase and session can be reached.", against);
        }

        private static CounterExample NeverComes(Phase phase, PhaseSessions booked)
        {
            if (booked.Count.Most == 0 || booked.AfterEach is null)
            {
                return new(booked, $"“{booked.SessionId}” is booked in “{phase.Id}”, but 0 times at most.", "Raise “most”, or take the line away.");
            }

            var round = new List<string> { booked.SessionId };
            for (var before = booked; before?.AfterEach is { } after && round.Count <= phase.Sessions.Count; before = phase.Sessions.FirstOrDefault(one => one.SessionId == after))
            {
                round.Add(after);
                if (round.SkipLast(1).Contains(after, StringComparer.Ordinal))
                {
                    break;
                }
            }

            return new(
                booked,
                $"“{booked.SessionId}” can never come in “{phase.Id}”: {string.Join(", which follows ", round.Select(id => $"“{id}”"))}.",
                "Take one “after-each” away, so that something comes first.");
        }

        private bool Gives(Phase phase) => phase.Sessions.Any(booked => booked.Count.Most > 0 && IsMedicine(booked));

        private bool IsMedicine(PhaseSessions booked) => programme.Session(booked.SessionId)?.Kind == SessionKind.Medicine;

        private static Phase Last(Way way) => way.Steps[^1].Phase;
    }
}
