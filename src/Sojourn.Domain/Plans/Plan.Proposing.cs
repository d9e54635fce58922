using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Plans;

public static partial class Plan
{
    /// <summary>Guard against mistyping, not a clinical figure: more of one kind than this is a slip of the pen.</summary>
    private const int MostSessions = 60;

    /// <summary>Guard against mistyping: a year between two sessions is no series.</summary>
    private const int MostGapDays = 365;

    private static Decision<Event> Propose(Command.ProposeVersion propose, State state)
    {
        var (template, terms) = (propose.Template, propose.Terms);
        var differences = Differences(template, terms, propose.Reasons);
        List<Refusal> reasons =
        [
            .. GoalSet(state),
            .. TeamIsWhole(template, terms.Team),
            .. LinesAreSound(template, terms.Lines),
            .. MedicineIsAllowed(template, terms),
            .. differences.Where(d => d.Reason.Length == 0).Select(Unexplained),
        ];
        if (propose.Answers is { } suggestion && OpenSuggestion(suggestion, state) is { } reason)
        {
            reasons.Add(reason);
        }

        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var number = state.Latest + 1;
        var medicine = terms.Lines.Where(line => template.Line(line.Phase, line.Session) is { Kind: SessionKind.Medicine, PhaseKind: PhaseKind.Induction }).ToList();
        var proposed = new Event.VersionProposed(
            number,
            template.ProgrammeId,
            template.ProgrammeVersion,
            medicine.Sum(line => line.Count),
            medicine.Select(line => line.GapDays).FirstOrDefault(days => days is not null),
            terms.Aim,
            terms.Route,
            terms.Lines,
            terms.Team,
            differences,
            template.AgreementOf,
            Said(propose.Note) ? propose.Note : null,
            propose.Answers);
        return propose.Answers is { } answered ? Accept<Event>(proposed, new Event.SuggestionAnswered(answered, Reply: null, number)) : proposed;
    }

    private static IEnumerable<Refusal> GoalSet(State state)
    {
        if (state.Goals.IsEmpty)
        {
            yield return new("plan.no-goal", "A plan starts from at least one end goal in the patient's words. Write it down first.", Field: "words");
        }
    }

    private static IEnumerable<Refusal> TeamIsWhole(PlanTemplate template, PlanTeam team)
    {
        if (team.Prescriber is null && (template.GivesMedicine || template.AgreementOf.Contains(Party.Prescriber)))
        {
            yield return new("plan.no-prescriber", "Name the prescriber. This programme gives medicine, and a prescriber answers for it.", Field: "prescriber");
        }

        if (team.Nurse is null && template.GivesMedicine)
        {
            yield return new("plan.no-nurse", "Name the nurse who watches. Nobody is given medicine here unobserved.", Field: "nurse");
        }

        if (team.Therapist is null && template.AgreementOf.Contains(Party.Therapist))
        {
            yield return new("plan.no-therapist", "Name the therapist. This programme asks for the therapist's agreement.", Field: "therapist");
        }

        foreach (var role in template.UnknownRoles)
        {
            yield return new("plan.role-cannot-agree", $"The programme asks for the agreement of “{role}”, who cannot agree to a plan. Mend the programme file.");
        }
    }

    private static IEnumerable<Refusal> LinesAreSound(PlanTemplate template, IReadOnlyList<PlanLine> lines)
    {
        foreach (var line in lines)
        {
            if (template.Line(line.Phase, line.Session) is not { } said)
            {
                yield return new("plan.no-such-session", $"The programme has no session “{line.Session}” in “{line.Phase}”. Load the page again.");
                continue;
            }

            if (line.Count is < 0 or > MostSessions)
            {
                yield return new("plan.count-implausible", $"{said.Title}: {line.Count} sessions cannot be meant. Write 0 to {MostSessions}.", Field: FieldOf(said.CountId));
            }

            if (said.GapDays is not null && line is { Count: > 1, GapDays: null })
            {
                yield return new("plan.no-gap", $"{said.Title}: write how many days from one to the next.", Field: FieldOf(said.GapId));
            }

            if (line.GapDays is < 1 or > MostGapDays)
            {
                yield return new("plan.gap-implausible", $"{said.Title}: {line.GapDays} days cannot be meant. Write 1 to {MostGapDays}.", Field: FieldOf(said.GapId));
            }
        }

        if (lines.GroupBy(line => (line.Phase, line.Session)).Any(group => group.Count() > 1))
        {
            yield return new("plan.line-twice", "A kind of session is listed twice. Load the page again.");
        }
    }

    private static IEnumerable<Refusal> MedicineIsAllowed(PlanTemplate template, PlanTerms terms)
    {
        if (!template.GivesMedicine)
        {
            if (terms.Route is not null || terms.Aim is not null)
            {
                yield return new("plan.no-medicine-here", "This programme gives no medicine, so the plan has no route and no aim.", Field: "route");
            }

            yield break;
        }

        if (terms.Route is not { } route)
        {
            yield return new("plan.no-route", "Choose how the medicine is given.", Field: "route");
        }

        if (terms.Aim is not { } aim)
        {
            yield return new("plan.no-aim", "Choose the aim: psycholytic, where talking stays possible, or psychedelic, with eyes closed.", Field: "aim");
        }
        else if (terms.Route is { } chosen && template.Routes.FirstOrDefault(r => r.Route == chosen) is { } found && !found.Bands.Contains(aim))
        {
            yield return new("plan.aim-not-by-this-route", $"The programme has no {Word(aim)} dose by {DoseRoutes.Words(chosen)}. Choose another aim or another route.", Field: "aim");
        }

        if (terms.Route is not { } given)
        {
            yield break;
        }

        if (template.Routes.FirstOrDefault(r => r.Route == given) is not { } allowed)
        {
            yield return new("plan.route-not-allowed", $"The programme does not give medicine by {DoseRoutes.Words(given)}. Choose one of its routes.", Field: "route");
            yield break;
        }

        foreach (var line in terms.Lines.Where(l => l.GapDays * 24 < allowed.LeastHoursBetween))
        {
            if (template.Line(line.Phase, line.Session) is { Kind: SessionKind.Medicine } said)
            {
                yield return new(
                    "plan.gap-too-short",
                    $"{said.Title}: the programme asks for at least {allowed.LeastHoursBetween} hours between two sessions by {DoseRoutes.Words(given)}.",
                    Field: FieldOf(said.GapId));
            }
        }
    }

    /// <summary>Where the plan is outside what the programme foresees. Inside a range, nothing differs.</summary>
    public static IReadOnlyList<Difference> Differences(PlanTemplate template, PlanTerms terms, IReadOnlyDictionary<string, string> reasons)
    {
        var found = new List<Difference>();
        foreach (var said in template.Lines.Where(line => line.AfterEach is null))
        {
            var line = terms.Lines.FirstOrDefault(l => l.Phase == said.Phase && l.Session == said.Session);
            var count = line?.Count ?? 0;
            if (!said.Count.Contains(count))
            {
                found.Add(new(said.CountId, $"{said.Title}, how many", Words(said.Count), count.ToString(CultureInfo.InvariantCulture), Why(said.CountId)));
            }

            if (said.GapDays is { } gap && count > 1 && line?.GapDays is { } days && !gap.Contains(days))
            {
                found.Add(new(said.GapId, $"{said.Title}, days between", Words(gap), days.ToString(CultureInfo.InvariantCulture), Why(said.GapId)));
            }

            if (said.WindowDays is { } window && count > 1 && line?.GapDays * (count - 1) is { } span && !window.Contains(span))
            {
                found.Add(new(said.WindowId, $"{said.Title}, days from first to last", Words(window), span.ToString(CultureInfo.InvariantCulture), Why(said.WindowId)));
            }
        }

        return found;

        string Why(string id) => reasons.TryGetValue(id, out var reason) ? reason.Trim() : "";
    }

    private static Refusal Unexplained(Difference difference) => new(
        "plan.difference-unexplained",
        $"{difference.What}: the programme says {difference.Template}, the plan {difference.Chosen}. Write why.",
        Field: $"why-{FieldOf(difference.Id)}");

    /// <summary>The form field of a line's figure: <c>induction/medicine/count</c> is typed into <c>induction-medicine-count</c>.</summary>
    public static string FieldOf(string id) => id.Replace('/', '-');

    private static string Words(Bounds<int> range) =>
        range.Least == range.Most ? range.Least.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{range.Least} to {range.Most}");

    private static string Word(DoseBandName aim) => aim.ToString().ToLowerInvariant();
}
