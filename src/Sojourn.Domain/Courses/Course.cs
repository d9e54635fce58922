using System.Globalization;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Courses;

/// <summary>One patient's way through one programme, from the first step to the last.</summary>
public static partial class Course
{
    public static Decision<Event> Decide(Command command, State state) => (command, state) switch
    {
        (Command.Open open, State.None) => Open(open),
        (Command.Open, _) => Refuse("course.opened-already", "This course has been opened already."),
        (_, State.None) => Refuse("course.unknown", "There is no such course. Open one from the person's page."),
        (_, State.Closed closed) => Refuse("course.closed", $"This course was closed: {closed.Why} Open a new one to go on."),
        (Command.NameTeam name, State.Running running) => name.Team == running.Team ? Accept<Event>() : new Event.TeamNamed(name.Team),
        (Command.MoveToSite move, State.Running running) => MoveToSite(move, running),
        (Command.EnterPhase enter, State.Running running) => EnterPhase(enter, running),
        (Command.MoveToVersion move, State.Running running) => MoveToVersion(move, running),
        (Command.Close close, State.Running) => Close(close),
        _ => Refuse("course.not-now", "This cannot be done to the course as it stands."),
    };

    private static Decision<Event> Open(Command.Open open)
    {
        var programme = open.Programme;
        var reasons = new List<Refusal>();
        if (open.AlreadyOpen is { } other)
        {
            reasons.Add(new(
                "course.one-at-a-time",
                $"This person is in {programme.Title} already. Go on there, or close that course first.",
                new Remedy("The open course", $"courses/{other.Value:D}")));
        }

        reasons.AddRange(MayBegin(programme.Pilot, programme.Title, open.PatientsSoFar, open.PeopleAreInvented));
        if (open.Condition is { } chosen && programme.Conditions.All(condition => condition.Id != chosen))
        {
            reasons.Add(new("course.condition-not-here", $"{programme.Title} is not for this condition. Choose one from its list, or another programme.", Field: "condition"));
        }

        if (open.Condition is null && string.IsNullOrWhiteSpace(open.OwnWords))
        {
            reasons.Add(new("course.no-condition", "Write what the person comes for, in their own words, or choose a condition.", Field: "own-words"));
        }

        if (reasons.Count > 0)
        {
            return Refuse(reasons);
        }

        var term = programme.Conditions.FirstOrDefault(condition => condition.Id == open.Condition)?.Term;
        return Accept<Event>(
            new Event.Opened(open.Person, programme.Id, programme.Version, open.Site, open.Condition, term, open.OwnWords?.Trim(), open.Team, open.Continues),
            new Event.PhaseEntered(programme.Phases[0].Id));
    }

    private static IEnumerable<Refusal> MayBegin(Pilot pilot, string title, int patientsSoFar, bool invented)
    {
        if (pilot is { IsPilot: true, Cap: null } && !invented)
        {
            yield return new(
                "course.pilot-not-open",
                $"{title} is still being tried with made-up patients only. A manager and a prescriber open it together, with a greatest number of patients.");
        }

        if (pilot is { IsPilot: true, Cap: { } cap } && patientsSoFar >= cap)
        {
            yield return new(
                "course.pilot-full",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{title} is a pilot for at most {cap} patients, and {patientsSoFar} have begun it. Choose another programme, or have the pilot reviewed."));
        }
    }

    private static Decision<Event> MoveToSite(Command.MoveToSite move, State.Running running)
    {
        var reasons = new List<Refusal>();
        if (move.Site == running.Site)
        {
            reasons.Add(new("course.same-site", "The course is at this site already. Choose the one it moves to.", Field: "site"));
        }
        else if (!move.IsOpen)
        {
            reasons.Add(new("course.no-site", "Choose an open site of the clinic.", Field: "site"));
        }

        if (string.IsNullOrWhiteSpace(move.Why))
        {
            reasons.Add(new("course.no-reason", "Write in a few words why it moves.", Field: "why"));
        }

        return reasons.Count > 0 ? Refuse(reasons) : new Event.MovedToSite(running.Site, move.Site, move.Why.Trim(), move.Team);
    }

    private static Decision<Event> EnterPhase(Command.EnterPhase enter, State.Running running)
    {
        if (enter.Phase.Id == running.Phase)
        {
            return Accept<Event>();
        }

        return enter.Phase.Kind is PhaseKind.Induction or PhaseKind.Booster && !enter.FoundSuitable
            ? Refuse(
                "course.phase-needs-assessment",
                $"“{enter.Phase.Title}” gives medicine. A prescriber first decides, on the assessment, that the programme is suitable.",
                new Remedy("The assessment", $"courses/{enter.Course.Value:D}/screening"))
            : new Event.PhaseEntered(enter.Phase.Id);
    }

    private static Decision<Event> MoveToVersion(Command.MoveToVersion move, State.Running running)
    {
        if (move.Programme.Version == move.From)
        {
            return Refuse("course.same-version", $"This person is on version {move.From} already.");
        }

        if (move.Programme.Phases.All(phase => phase.Id != running.Phase))
        {
            return Refuse(
                "course.phase-gone",
                $"This person is in “{running.Phase}”, which version {move.Programme.Version} does not have. Let them finish that phase first, or keep them on version {move.From}.");
        }

        var reasons = MayBegin(move.Programme.Pilot, move.Programme.Title, move.PatientsSoFar, move.PeopleAreInvented).ToList();
        if (string.IsNullOrWhiteSpace(move.Why))
        {
            reasons.Add(new("course.no-reason", "Write in a few words why.", Field: "why"));
        }

        return reasons.Count > 0
            ? Refuse(reasons)
            : new Event.VersionChanged(move.From, move.Programme.Version, Sentence(move.Why));
    }

    private static Decision<Event> Close(Command.Close close) =>
        string.IsNullOrWhiteSpace(close.Why)
            ? Refuse([new("course.no-reason", "Write in a few words why the course ends.", Field: "why")])
            : new Event.Closed(Sentence(close.Why), string.IsNullOrWhiteSpace(close.Alternatives) ? null : close.Alternatives.Trim());

    private static string Sentence(string words) => words.Trim() is var said && said[^1] is '.' or '!' or '?' ? said : said + ".";
}
