using System.Globalization;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <content>Finding times.</content>
public sealed partial class WhatIfRun
{
    /// <summary>A calendar reaches so many days beyond the end: the longest booking ahead, a window, and the days of what follows.</summary>
    private const int MostDaysAhead = 500;

    /// <summary>A whole series is tried from so many beginnings before it waits for the next morning.</summary>
    private const int Beginnings = 10;

    private readonly List<Want> waiting = [];
    private readonly Dictionary<(int Step, int Site), List<Booking>> groups = [];
    private readonly HashSet<(int Step, int Site, int Therapist, bool Group, bool Video)> full = [];

    /// <summary>Who waits is asked again: those furthest on first, then those who have waited longest.</summary>
    private void AskAgain(int today)
    {
        full.Clear();
        waiting.RemoveAll(want => !want.IsWaiting || want.Person.Standing != Standing.UnderWay);
        foreach (var want in waiting.OrderByDescending(want => want.Strand.PhaseIndex).ThenBy(want => want.Since).ThenBy(want => want.Person.Number).ToList())
        {
            if (want.Person.Standing != Standing.UnderWay || !want.IsWaiting)
            {
                continue;
            }

            if (today - want.Since > assumed.Patience)
            {
                Lose(want.Person, "stopped waiting");
            }
            else
            {
                Plan(want);
            }
        }
    }

    private void Plan(Want want)
    {
        string? why = null;
        finder.KeptForGroupsFrom = Today + assumed.GroupsAhead;
        var found = IsKnownFull(want) ? false
            : want.FollowsEnd is { } end ? PlanFollower(want, end, ref why)
            : want.Strand.IsSeries ? PlanSeries(want, ref why)
            : PlanNext(want, ref why);
        if (found)
        {
            want.IsWaiting = false;
            return;
        }

        if (why is not null)
        {
            want.Reason ??= why;
            RememberFull(want);
        }

        if (!want.IsWaiting)
        {
            want.IsWaiting = true;
            waiting.Add(want);
        }
    }

    private bool PlanNext(Want want, ref string? why)
    {
        var (person, strand) = (want.Person, want.Strand);
        if (strand.Done + strand.Booked.Count >= strand.Count)
        {
            return true;
        }

        var ready = Math.Max(Math.Max(now, strand.ReadyAt), strand.Step.IsMedicine ? MedicineFrom(person) : 0);
        var horizon = Today + Ahead(strand);
        var last = strand.Step.IsMedicine ? strand.LastDay ?? person.LastMedicineDay : strand.LastDay;
        var (least, most) = (ready / DayMinutes, horizon);
        if (last is { } before && strand.Line.SpacingDays is { } spacing)
        {
            (least, most) = (Math.Max(least, before + spacing.Least), before + spacing.Most);
            want.Desired ??= before + Gap(want, spacing);
        }
        else if (last is { } same)
        {
            least = Math.Max(least, same + 1);
        }

        var desired = Math.Max(want.Desired ?? least, least);
        if (desired * DayMinutes >= end)
        {
            return true;
        }

        if (desired > horizon)
        {
            // Too far ahead to book: it comes up again in time.
            At(((desired - Ahead(strand)) * DayMinutes) + Morning, () =>
            {
                if (person.Standing == Standing.UnderWay)
                {
                    Plan(want);
                }
            });
            return true;
        }

        want.Since ??= desired;
        var visit = Search(want, ready, desired, least, Math.Min(Math.Max(most, desired), horizon), ref why) ?? (most < horizon ? Search(want, ready, Math.Max(most + 1, desired), Math.Max(most + 1, desired), horizon, ref why) : null);
        if (visit is null)
        {
            return false;
        }

        Waited(want, visit.Booking.Day, why, still: false);
        want.Desired = null;
        strand.Booked.Add(visit);
        return true;
    }

    private bool PlanFollower(Want want, int endsAt, ref string? why)
    {
        var (least, most) = Following(want.Strand, endsAt);
        var ready = Math.Max(Math.Max(now, want.Strand.ReadyAt), least);
        var day = ready / DayMinutes;
        want.Since ??= day;
        var visit = Search(want, ready, day, day, Math.Max(day, most / DayMinutes), ref why, most) ?? Search(want, ready, day, day, Today + assumed.BookedAhead, ref why);
        if (visit is null)
        {
            return false;
        }

        Waited(want, visit.Booking.Day, why, still: false);
        return true;
    }

    /// <summary>The whole first series, so that each session keeps the spacing and all of them the window.</summary>
    private bool PlanSeries(Want want, ref string? why)
    {
        var strand = want.Strand;
        if (strand.Done + strand.Booked.Count >= strand.Count)
        {
            return true;
        }

        var ready = Math.Max(Math.Max(now, strand.ReadyAt), MedicineFrom(want.Person));
        var begins = ready / DayMinutes;
        want.Since ??= begins;
        for (var attempt = 0; attempt < Beginnings && begins <= Today + assumed.BookedAhead; attempt++)
        {
            List<(Visit Visit, string? Why)> placed = [];
            var whole = Series(want, ready, begins, placed);
            if (whole is null || (strand.Done > 0 && placed.Count > 0))
            {
                why ??= placed.Count > 0 ? placed[0].Why : null;
                Waited(want, placed[0].Visit.Booking.Day, why, still: false);
                strand.Booked.AddRange(placed.Select(one => one.Visit));
                return true;
            }

            why = whole;
            foreach (var (visit, _) in placed)
            {
                Cancel(visit);
            }

            if (placed.Count == 0 || strand.Done > 0)
            {
                return false;
            }

            begins = placed[0].Visit.Booking.Day + 1 + (attempt / 2);
        }

        return false;
    }

    /// <returns>Null when all of the series is placed, else what was missing.</returns>
    private string? Series(Want want, int ready, int begins, List<(Visit Visit, string? Why)> placed)
    {
        var strand = want.Strand;
        var (spacing, window) = (strand.Line.SpacingDays, strand.Phase.WindowDays);
        var (first, last) = (strand.FirstDay, strand.Booked.Count > 0 ? strand.Booked[^1].Booking.Day : strand.LastDay);
        for (var number = strand.Done + strand.Booked.Count; number < strand.Count; number++)
        {
            var left = strand.Count - 1 - number;
            var (least, most) = last is { } before ? (before + (spacing?.Least ?? 1), before + (spacing?.Most ?? assumed.BookedAhead)) : (begins, Today + assumed.BookedAhead);
            var desired = least;
            if (window is not null && first is { } began && last is { } previous)
            {
                // What is still to come has room before the window ends, and does not end before it may.
                most = Math.Min(most, began + window.Most - (left * (spacing?.Least ?? 1)));
                least = Math.Max(least, began + window.Least - (left * (spacing?.Most ?? window.Most)));
                desired = previous + (((began + ((window.Least + window.Most) / 2)) - previous) / (left + 1));
            }

            desired = Math.Max(least, Math.Min(desired, most));
            desired = Math.Max(desired, ready / DayMinutes);
            string? why = null;
            var visit = least <= most && desired <= most ? Search(want, ready, desired, Math.Max(least, ready / DayMinutes), most, ref why) : null;
            if (visit is null && strand.Done > 0)
            {
                // It has begun: better late than not at all. That the window broke is counted when the session is held.
                visit = Search(want, ready, Math.Max(desired, most + 1), Math.Max(desired, most + 1), Math.Max(Today, desired) + assumed.BookedAhead, ref why);
            }

            if (visit is null)
            {
                return why ?? "days within the programme's window";
            }

            placed.Add((visit, why));
            first ??= visit.Booking.Day;
            last = visit.Booking.Day;
            ready = visit.Booking.End;
        }

        return null;
    }

    /// <summary>Days to the next: the booster ladder's where there is one, within the programme's spacing; else the least.</summary>
    private int Gap(Want want, Bounds<int> spacing)
    {
        if (!want.Step.IsMedicine || want.Strand.Phase.Kind != PhaseKind.Booster)
        {
            return spacing.Least;
        }

        var given = want.Strand.Done;
        var rung = programme.BoosterLadder.FirstOrDefault(step => step.ExitAfterSessions is not { } exit || (given -= exit) < 0) ?? (programme.BoosterLadder.Count > 0 ? programme.BoosterLadder[^1] : null);
        var least = Math.Max(spacing.Least, rung is null ? 0 : Math.Max(rung.EveryDays.Least, rung.LeastGapDays));
        var most = Math.Min(spacing.Most, rung?.EveryDays.Most ?? spacing.Most);
        return least < most ? want.Person.Dice.Whole(least, most) : Math.Min(least, spacing.Most);
    }

    /// <summary>Consents are signed with the agreement, and some hours must pass between them and the first dose.</summary>
    private int MedicineFrom(Person person) => person.AgreedAt + (programme.Consents.Select(consent => consent.HoursBeforeFirstDose).DefaultIfEmpty(0).Max() * 60);

    private int Ahead(Strand strand) => strand.Phase.Kind is PhaseKind.FirstContact or PhaseKind.Assessment ? assumed.FirstVisitsAhead : assumed.BookedAhead;

    /// <summary>From when to when what follows may begin.</summary>
    private (int Least, int Most) Following(Strand strand, int endsAt) =>
        programme.Integration is { } integration && strand.Step.IsMedicine && strand.Follower?.Type.Id == integration.SessionId
            ? (endsAt + (integration.HoursLeast * 60), endsAt + (integration.HoursMost * 60))
            : (endsAt, ((Today + assumed.BookedAhead) * DayMinutes) + DayMinutes - 1);

    private bool IsKnownFull(Want want) => Key(want) is { } key && full.Contains(key);

    private void RememberFull(Want want)
    {
        if (Key(want) is { } key)
        {
            full.Add(key);
        }
    }

    /// <summary>Somebody with nothing booked and no spacing to keep finds what the one before found this morning.</summary>
    private static (int Step, int Site, int Therapist, bool Group, bool Video)? Key(Want want)
    {
        var person = want.Person;
        return want.IsWaiting && want.FollowsEnd is null && person.Visits.Count == 0 && want.Strand.LastDay is null && person.LastMedicineDay is null
            ? (want.Step.Index, person.Site, person.Therapist ?? -1, person.InGroup, person.ByVideo)
            : null;
    }

    private void Waited(Want want, int until, string? why, bool still)
    {
        var days = until - (want.Since ?? until);
        if (days > 0 && (want.Reason ?? why) is { } reason)
        {
            var (phase, session) = (want.Strand.Phase.Title, want.Step.Type.Title);
            tally.Blocked(phase == session ? phase : string.Create(CultureInfo.InvariantCulture, $"{phase}: {session}"), reason, days, still);
        }

        want.Since = null;
        want.Reason = null;
    }
}
