using Sojourn.Domain.Programmes;
using Sojourn.Programmes.Compiling;
using Sojourn.Programmes.Reading;
using Sojourn.Programmes.Yaml;

namespace Sojourn.Programmes.Checking;

/// <summary>What must hold across the parts of a programme. A check is left out while a part it looks at could not be read.</summary>
internal sealed partial class ProgrammeChecks(Programme programme, Places places, Findings findings, OpenDays open)
{
    public void Run()
    {
        findings.Section = "references";
        When(References, "sessions", "phases", "therapy-gap", "integration", "opportunity-window");
        findings.Section = "across";
        When(Unbooked, "sessions", "phases", "references");
        When(Windows, "sessions", "phases");
        When(Spacing, "sessions", "phases", "dosing");
        When(Doses, "dosing");
        When(DosePaths, "sessions", "phases", "dosing");
        When(Prices, "sessions", "prices");
        When(Asked, "sessions", "phases", "measures", "reviews", "booster-signals", "opportunity-window");
        When(Ladder, "sessions", "phases", "boosters", "dosing");
        When(Therapy, "sessions", "phases", "therapy-gap");
        When(Rooms, "sessions");
        When(Pilots, "pilot");
        if (findings.IsClean("sessions", "phases", "references") && programme.GivesMedicine)
        {
            Paths();
        }
    }

    private void When(Action check, params string[] sections)
    {
        if (findings.IsClean(sections))
        {
            check();
        }
    }

    private void Add(object part, string what, string mend) => findings.Add(places.Of(part), what, mend);

    /// <summary>Something to know that is no fault.</summary>
    private void Note(object part, string what) => findings.Note(places.Of(part), what);

    /// <summary>Points at the part that the programme's own file has, where two disagree and one is shared.</summary>
    private void AddAtOwn(object part, object other, string what, string mend)
    {
        var own = places.Of(programme).File;
        Add(places.Of(part).File != own && places.Of(other).File == own ? other : part, what, mend);
    }

    private void References()
    {
        foreach (var (phase, booked) in programme.Phases.SelectMany(phase => phase.Sessions.Select(booked => (phase, booked))))
        {
            NeedsSession(booked, booked.SessionId, $"The phase “{phase.Id}” books");
            if (booked.AfterEach is { } after)
            {
                NeedsSession(booked, after, $"“{booked.SessionId}” follows");
                if (phase.Sessions.All(other => other.SessionId != after))
                {
                    Add(booked, $"“{booked.SessionId}” follows each “{after}”, but the phase “{phase.Id}” books no “{after}”.", "Book it in the same phase, or take “after-each” away.");
                }
            }
        }

        foreach (var id in programme.TherapyGap?.CountsAs ?? [])
        {
            NeedsSession(programme.TherapyGap!, id, "“counts-as” names");
        }

        if (programme.Integration is { } integration)
        {
            NeedsSession(integration, integration.SessionId, "“integration” names");
        }

        if (programme.OpportunityWindow is { } window)
        {
            NeedsSession(window, window.ProposeSession, "“opportunity-window” proposes");
            if (window.Owner == window.Deputy)
            {
                Add(window, "The deputy is the owner.", "Name another role.");
            }
        }
    }

    private void Unbooked()
    {
        foreach (var session in programme.Sessions.Where(session => session.Kind != SessionKind.Adjunct && !programme.Phases.Any(phase => phase.Sessions.Any(booked => booked.SessionId == session.Id))))
        {
            Add(session, $"No phase books “{session.Id}”.", "Book it in a phase, or take it away.");
        }
    }

    private void NeedsSession(object part, string id, string who)
    {
        if (programme.Session(id) is not null)
        {
            return;
        }

        var known = programme.Sessions.Select(session => session.Id).ToList();
        var near = Spelling.Nearest(id, known);
        Add(part, $"{who} “{id}”, which is not a session here.", near is null ? $"Write one of: {string.Join(", ", known)}." : $"Did you mean “{near}”?");
    }

    /// <summary>Whether the sessions that count for a window can be placed in it at all.</summary>
    private void Windows()
    {
        foreach (var phase in programme.Phases)
        {
            var booked = phase.Sessions.FirstOrDefault(one => KindOf(one) == SessionKind.Medicine) ?? (phase.Sessions is [var first, ..] ? first : null);
            if (phase.WindowDays is not { } window || booked?.SpacingDays is not { } spacing || booked.Count.Least < 2)
            {
                continue;
            }

            var shortest = (booked.Count.Least - 1) * spacing.Least;
            var longest = (booked.Count.Most - 1) * spacing.Most;
            if (shortest > window.Most)
            {
                Add(
                    phase,
                    $"{booked.Count.Least} sessions at least {spacing.Least} days apart take {shortest} days; the window of “{phase.Id}” closes after {window.Most}.",
                    "Widen the window, or let the sessions be nearer.");
            }
            else if (longest < window.Least)
            {
                Add(
                    phase,
                    $"{booked.Count.Most} sessions at most {spacing.Most} days apart are over after {longest} days; the window of “{phase.Id}” opens after {window.Least}.",
                    "Let the window open earlier, or the sessions be further apart.");
            }
            else
            {
                OnOpenDays(phase, booked.Count.Least, spacing, window);
            }
        }
    }

    private void OnOpenDays(Phase phase, int count, Bounds<int> spacing, Bounds<int> window)
    {
        var breaks = WindowClaim.ByFirstDay(count, spacing, window, open);
        var broken = breaks.Where(day => day.Value is not null).ToList();
        if (broken.Count == breaks.Count)
        {
            Add(
                phase,
                $"In a clinic open on {open}, {count} sessions do not fit the window of “{phase.Id}”: {broken[0].Value}.",
                "Widen the window, or let the sessions be nearer or further apart.");
        }
        else if (broken.Count > 0)
        {
            Note(phase, $"In a clinic open on {open}, the series of “{phase.Id}” cannot begin on every day: {broken[0].Value}.");
        }
    }

    /// <summary>Medicine sessions may not be planned nearer than every route forbids.</summary>
    private void Spacing()
    {
        if (programme.Dosing.Count == 0)
        {
            return;
        }

        var hours = programme.Dosing.Min(dosing => dosing.LeastHoursBetween.Value);
        foreach (var booked in programme.Phases.SelectMany(phase => phase.Sessions).Where(booked => KindOf(booked) == SessionKind.Medicine))
        {
            if (booked.SpacingDays is { } spacing && spacing.Least * 24 < hours)
            {
                Add(booked, $"Medicine sessions may be {spacing.Least} days apart here, but no allowed route may be given again before {hours} hours.", "Let the sessions be further apart, or change “between” with its source.");
            }
        }
    }

    private void Prices()
    {
        var before = findings.Faults.Count;
        foreach (var price in programme.Prices)
        {
            if (price.SessionId is { } session)
            {
                NeedsSession(price, session, $"The price “{price.Id}” is for");
                if (price.Format is { } format && programme.Session(session) is { } priced && priced.Formats.All(option => option.Format != format))
                {
                    Add(price, $"The price “{price.Id}” is for “{session}” as {Words<SessionFormat>.Of(format)}, which is not offered.", "Offer it under “formats”, or change the price.");
                }
            }
            else if (price.Unit != PriceUnit.Course)
            {
                Add(price, $"The price “{price.Id}” does not say for which session.", "Write “session: …”, or “unit: course” for a whole course.");
            }
        }

        if (findings.Faults.Count > before || programme.Prices.Any(price => price.Unit == PriceUnit.Course))
        {
            return;
        }

        foreach (var (session, format) in programme.SessionsOf(SessionKind.Medicine).SelectMany(session => session.Formats.Select(option => (session, option.Format))))
        {
            if (!programme.Prices.Any(price => price.SessionId == session.Id && (price.Format ?? format) == format))
            {
                var how = session.Formats.Count > 1 ? $" as {Words<SessionFormat>.Of(format)}" : "";
                Add(session, $"No price says what “{session.Id}”{how} costs.", "Add one under “prices”; leave “amount” out where the clinic must say.");
            }
        }
    }

    private void Rooms()
    {
        foreach (var session in programme.SessionsOf(SessionKind.Medicine))
        {
            if (session.Rooms.Contains(RoomKind.Talking))
            {
                Add(session, $"Medicine is given in “{session.Id}”, but in a talking room.", "Write “rooms: [medicine]”.");
            }

            if (session.Staff.Count == 0)
            {
                Add(session, $"Nobody is named to be with the person in “{session.Id}”.", "Write who must be in the room and on site under “staff”.");
            }
            else if (!session.Staff.Any(need => need.Role is Roles.Nurse or Roles.Prescriber))
            {
                Add(session, $"Nobody medically qualified is named for “{session.Id}”.", "Add a nurse or prescriber under “staff”, in the room or on site.");
            }
        }
    }

    private void Pilots()
    {
        if (programme.Pilot is { IsPilot: false, Cap: not null })
        {
            Add(programme, "“pilot” has a cap, but the programme is not a trial.", "Write “trial-only: yes”, or take the cap away.");
        }
    }
}
