using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using static Sojourn.Domain.Kernel.Decide;

namespace Sojourn.Domain.Dosing;

/// <summary>Time passing: what is missing calls somebody, what has come is no longer called for, and what nobody answered is the deputy's.</summary>
public static partial class MedicineSession
{
    private static Decision<Event> LookAgain(Command.LookAgain look, State state)
    {
        var events = new List<Event>();
        if (!state.IsOver)
        {
            var missing = WhatIsMissing.Of(state, look.Facts, look.At).ToList();
            events.AddRange(Here(state, missing, look));
            events.AddRange(NotHere(state, missing, look));
            events.AddRange(Woken(state, events.OfType<Event.AlertRaised>()));
        }

        var closed = events.OfType<Event.AlertClosed>().Select(e => e.Number).ToHashSet();
        events.AddRange(state.Alerts
            .Where(alert => !alert.Closed && !closed.Contains(alert.Number) && !alert.Acknowledged && !alert.Escalated && alert.EscalatesAt <= look.At)
            .Select(alert => new Event.AlertEscalated(alert.Number, alert.Deputy, look.At)));
        return Accept<Event>(events);
    }

    private static IEnumerable<Event.AlertRaised> NotHere(State state, IReadOnlyList<Missing> missing, Command.LookAgain look)
    {
        var own = SessionTimes.Facts(state, look.At).Concat(missing.Select(one => (one.Fact, Value: (FactValue)new FactValue.Number(one.Amount)))).ToDictionary(pair => pair.Fact, pair => pair.Value, StringComparer.Ordinal);
        var now = new Observation(look.At, null, own, Carries: true);
        var number = state.Alerts.Count;
        foreach (var rule in new AlertWatch(state, now).MetBy(now, look.Facts.Alerts))
        {
            var since = missing.FirstOrDefault(one => rule.When.Facts().Contains(one.Fact))?.Since;
            var before = state.Alerts.LastOrDefault(alert => alert.Code == rule.Code && alert.Level == rule.Level);
            var said = before is { Closed: false } || (before is not null && before.DueAt == since && (since is not null || before.RaisedAt >= state.LastDoseEndsAt));
            if (!said)
            {
                yield return Alarm(++number, rule, look.At, Value(rule, state, now), null, since, state, look.Facts);
            }
        }
    }

    /// <summary>Somebody watches again, the monitor sends again. A reading that came has closed its alert already.</summary>
    private static IEnumerable<Event.AlertClosed> Here(State state, IReadOnlyList<Missing> missing, Command.LookAgain look) =>
        from alert in state.Alerts
        where !alert.Closed && alert.DueAt is not null
        from words in new[]
        {
            (Fact: SessionFacts.UnwatchedMinutes, Said: WatchedAgain(state, alert)),
            (Fact: SessionFacts.NoTherapistMinutes, Said: TherapistAgain(state, look)),
            (Fact: SessionFacts.SilentIntervals, Said: look.Facts.Monitor is null ? "The monitor no longer watches this person." : "The monitor sends again."),
        }
        where IsAbout(alert, words.Fact, look.Facts) && !missing.Any(one => one.Fact == words.Fact && one.Since == alert.DueAt)
        select new Event.AlertClosed(alert.Number, null, look.At, words.Said);

    private static string WatchedAgain(State state, Alert alert)
    {
        var back = state.Presence.Where(one => one.From > alert.DueAt).Select(one => (DateTimeOffset?)one.From).Min();
        return back is { } from ? $"Somebody watches again; nobody did for {Write.Minutes(SessionTimes.Minutes(alert.DueAt!.Value, from))}." : "Somebody watched after all; it was entered late.";
    }

    private static string TherapistAgain(State state, Command.LookAgain look) =>
        state.WatchingAt(look.At).Any(id => look.Facts.Team.Any(member => member.Id == id && member.Is(Roles.Therapist))) ? "A therapist is here again." : "Nobody watches at all now; that calls by itself.";

    private static bool IsAbout(Alert alert, string fact, WatchFacts facts) => facts.Alerts.Any(rule => rule.Code == alert.Code && rule.When.Facts().Contains(fact));

    private static Decision<Event> Snooze(Command.SnoozeAlert command, State state)
    {
        var alert = state.Alerts.FirstOrDefault(alert => alert.Number == command.Number);
        var minutes = command.Facts.Alerts.FirstOrDefault(rule => rule.Code == alert?.Code)?.SnoozeMinutes;
        return (alert, minutes) switch
        {
            (null, _) => Refuse("alert.unknown", "There is no such alert in this session."),
            ({ Closed: true }, _) => Refuse("alert.closed", "This alert is closed."),
            ({ Level: not AlertLevel.Amber }, _) => Refuse("alert.too-grave", "Only an amber alert can be snoozed. Acknowledge this one and act on it."),
            ({ Acknowledged: true }, _) => Refuse("alert.acknowledged", "This alert is acknowledged: somebody has it, and nothing calls. Close it with words when it is over."),
            (_, null) => Refuse("alert.no-snooze", $"The programme lets nobody snooze {alert.Code}. Acknowledge it, or close it with words."),
            ({ SnoozedUntil: not null }, _) => Refuse("alert.snoozed-once", "This alert was snoozed once already. Acknowledge it, or close it with words."),
            ({ Escalated: true }, _) => Refuse("alert.escalated", "The deputy has been called already. Acknowledge it, or close it with words."),
            (_, { } held) => new Event.AlertSnoozed(command.Number, command.By, command.At, command.At.AddMinutes(held)),
        };
    }

    /// <summary>What is snoozed calls again as soon as something graver is raised in the same session.</summary>
    private static IEnumerable<Event.AlertSnoozeEnded> Woken(State state, IEnumerable<Event.AlertRaised> raised)
    {
        var gravest = raised.MaxBy(one => one.Level);
        return gravest is null ? [] : state.Alerts
            .Where(alert => alert.IsSnoozed(gravest.HappenedAt) && alert.Level < gravest.Level)
            .Select(alert => new Event.AlertSnoozeEnded(alert.Number, gravest.HappenedAt, gravest.Code));
    }
}
