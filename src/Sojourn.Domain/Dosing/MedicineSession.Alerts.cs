using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>Alerts are raised in the same decision as what raises them. Acknowledged is not closed; closing takes words.</summary>
public static partial class MedicineSession
{
    /// <summary>Alerts raised by an entry.</summary>
    /// <param name="state">With the entry in it.</param>
    private static IEnumerable<Event> Raised(State state, EntryId entry, WatchFacts facts)
    {
        var watch = new AlertWatch(state);
        if (watch.Entered(entry) is not { } added)
        {
            yield break;
        }

        var number = state.Alerts.Count;
        var raised = watch.MetBy(added, facts.Alerts).Where(rule => !state.IsOpen(rule.Code, rule.Level))
            .Select(rule => Alarm(++number, rule, added.At, Value(rule, state, added), entry, null, state, facts)).ToList();
        foreach (var @event in raised.Concat<Event>(Woken(state, raised)).Concat(Worsened(watch, added, state, facts)))
        {
            yield return @event;
        }
    }

    /// <summary>Open alerts that this entry goes beyond: they say so, and whoever acknowledged less is asked again.</summary>
    private static IEnumerable<Event.AlertWorsened> Worsened(AlertWatch watch, Observation added, State state, WatchFacts facts) =>
        from alert in state.Alerts
        where !alert.Closed && alert.DueAt is null
        let rule = facts.Alerts.FirstOrDefault(rule => rule.Code == alert.Code && rule.Level == alert.Level)
        where rule is not null && added.Entry is not null && watch.IsWorse(added, rule, alert.RaisedAt)
        select new Event.AlertWorsened(
            alert.Number, added.At, Value(rule, state, added), added.Entry!.Value, alert.Acknowledged ? added.At.AddMinutes(rule.AnswerWithinMinutes) : alert.AnswerBy);

    /// <summary>The latest that a rule speaks of, and whether it meets the rule still; null where nothing was seen.</summary>
    public static (DateTimeOffset At, string Value, bool Met)? LatestOf(State state, AlertRule rule)
    {
        var watch = new AlertWatch(state);
        return watch.Latest(rule) is { } latest ? (latest.At, Value(rule, state, latest), watch.IsStillMet(rule)) : null;
    }

    private static Decision<Event> Acknowledge(Command.AcknowledgeAlert command, State state) => state.Alerts.FirstOrDefault(alert => alert.Number == command.Number) switch
    {
        null => Refuse("alert.unknown", "There is no such alert in this session."),
        { Closed: true } => Refuse("alert.closed", "This alert is closed."),
        { Acknowledged: true } => Accept<Event>(),
        _ => new Event.AlertAcknowledged(command.Number, command.By, command.At),
    };

    private static Decision<Event> Close(Command.CloseAlert command, State state) => state.Alerts.FirstOrDefault(alert => alert.Number == command.Number) switch
    {
        null => Refuse("alert.unknown", "There is no such alert in this session."),
        { Closed: true } => Refuse("alert.closed", "This alert is closed already."),
        _ when string.IsNullOrWhiteSpace(command.Words) => Refuse([new("alert.no-words", "Write what was found and done; an alert is closed with words.", Field: "words")]),
        { Acknowledged: true } => new Event.AlertClosed(command.Number, command.By, command.At, command.Words.Trim()),
        _ => Accept<Event>(new Event.AlertAcknowledged(command.Number, command.By, command.At), new Event.AlertClosed(command.Number, command.By, command.At, command.Words.Trim())),
    };

    private static Event.AlertRaised Alarm(
        int number, AlertRule rule, DateTimeOffset happenedAt, string value, EntryId? entry, DateTimeOffset? dueAt, State state, WatchFacts facts) => new(
        number,
        rule.Code,
        rule.Title,
        rule.Level,
        happenedAt,
        Threshold(rule),
        value,
        rule.Response,
        Called(rule.Owner, state, facts.Team, happenedAt),
        Called(rule.Deputy, state, facts.Team, happenedAt),
        happenedAt.AddMinutes(rule.AnswerWithinMinutes),
        rule.HoldsDosing || rule.Level >= AlertLevel.Red,
        entry,
        dueAt,
        rule.Source.ToString(),
        facts.ProgrammeVersion);

    /// <summary>Somebody who watches and has the role; else the role.</summary>
    private static string Called(string role, State state, IReadOnlyList<TeamMember> team, DateTimeOffset at) =>
        state.WatchingAt(at).Select(id => team.FirstOrDefault(member => member.Id == id)).FirstOrDefault(member => member?.Is(role) == true) is { } member
            ? $"staff/{member.Id.Value:D}"
            : $"role/{role}";

    private static string Threshold(AlertRule rule)
    {
        var often = rule.Readings > 1 ? $", {rule.Readings} readings at least {Write.Minutes(rule.MinutesApart)} apart" : "";
        var lasting = rule.ForMinutes > 0 ? $", for {Write.Minutes(rule.ForMinutes)}" : "";
        return Measured.Words(rule.When) + often + lasting;
    }

    /// <summary>What the rule speaks of, as it was seen: "162/96 mmHg".</summary>
    private static string Value(AlertRule rule, State state, Observation added)
    {
        var spoken = rule.When.Facts().ToHashSet(StringComparer.Ordinal);
        if (state.Depths.Any(mark => mark.Id == added.Entry))
        {
            return "marked unresponsive";
        }

        var words = new List<string>();
        if (spoken.Contains(SessionFacts.Systolic) && AlertWatch.Number(added, SessionFacts.Systolic) is { } systolic && AlertWatch.Number(added, SessionFacts.Diastolic) is { } diastolic)
        {
            words.Add($"{Write.Number(systolic)}/{Write.Number(diastolic)} mmHg");
            spoken.ExceptWith([SessionFacts.Systolic, SessionFacts.Diastolic]);
        }

        words.AddRange(added.Own.Where(own => spoken.Contains(own.Key)).Select(own => own.Value is FactValue.Number number
            ? $"{Measured.Name(own.Key).Name} {Write.Number(number.Value)}{Measured.Name(own.Key).Unit}"
            : Measured.Name(own.Key).Name));
        return string.Join(", ", words);
    }
}
