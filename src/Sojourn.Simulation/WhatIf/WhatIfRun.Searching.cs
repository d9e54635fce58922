using System.Globalization;

namespace Sojourn.Simulation.WhatIf;

/// <content>Booking and cancelling.</content>
public sealed partial class WhatIfRun
{
    /// <summary>A place in a group, or a time of their own, with what follows it. The wanted day comes first, then later ones, then earlier ones.</summary>
    /// <param name="from">Not before this minute.</param>
    /// <param name="why">What was missing most often on open days before the one found.</param>
    /// <param name="latest">The last minute at which it may begin.</param>
    private Visit? Search(Want want, int from, int desired, int least, int most, ref string? why, int latest = int.MaxValue)
    {
        Dictionary<string, int> missing = new(StringComparer.Ordinal);
        var found = Shared(want) ? JoinGroup(want, from, least, most) ?? Open(want, Math.Max(from, now + (assumed.GroupsAhead * DayMinutes)), desired, least, most, latest, missing)
            : Open(want, from, desired, least, most, latest, missing);
        why ??= missing.Count == 0 ? null : missing.MaxBy(one => one.Value).Key;
        return found;
    }

    /// <summary>In a group: where the programme has nothing else, or the person is for it and their site has a room for one.</summary>
    private bool Shared(Want want) =>
        want.Step.Group?.GroupSize is { } size && (!want.Step.OneToOne || (want.Person.InGroup && finder.GroupPlaces(want.Step, want.Person.Site) >= size.Least));

    private Visit? Open(Want want, int from, int desired, int least, int most, int latest, Dictionary<string, int> missing)
    {
        var places = Shared(want) ? finder.GroupPlaces(want.Step, want.Person.Site) : 1;
        if (places < (Shared(want) ? want.Step.Group!.GroupSize!.Least : 1))
        {
            missing["the clinic has no room for " + want.Step.Group!.GroupSize!.Least.ToString(CultureInfo.InvariantCulture)] = 1;
            return null;
        }

        for (var day = desired; day <= most; day++)
        {
            if (OnDay(want, day, from, latest, places, missing) is { } visit)
            {
                return visit;
            }
        }

        for (var day = Math.Min(desired - 1, most); day >= least; day--)
        {
            if (OnDay(want, day, from, latest, places, missing) is { } visit)
            {
                return visit;
            }
        }

        return null;
    }

    private Visit? OnDay(Want want, int day, int from, int latest, int places, Dictionary<string, int> missing)
    {
        if ((day + 1) * DayMinutes <= from || day < 0 || day >= house.Days)
        {
            return null;
        }

        string? lacks = null;
        var booking = house.IsWorking(day) ? finder.On(new(want.Person, want.Step, places), day, from, out lacks) : null;
        if (booking is not null && booking.Start <= latest)
        {
            finder.Reserve(booking);
            if (Seat(want, booking, missing) is { } visit)
            {
                Expect(booking);
                return visit;
            }

            finder.Release(booking);
            return null;
        }

        // The rest of a day that has begun says nothing about what is free.
        if (lacks is not null && day > from / DayMinutes)
        {
            missing[lacks] = missing.GetValueOrDefault(lacks) + 1;
        }

        return null;
    }

    private Visit? JoinGroup(Want want, int from, int least, int most)
    {
        var open = groups.GetValueOrDefault((want.Step.Index, want.Person.Site)) ?? [];
        foreach (var booking in open.OrderBy(booking => booking.Start))
        {
            if (booking.Start >= Math.Max(from, now + DayMinutes) && booking.Day >= least && booking.Day <= most && booking.Members.Count < booking.Cap && finder.IsFree(want.Person, booking)
                && Seat(want, booking, []) is { } visit)
            {
                return visit;
            }
        }

        return null;
    }

    /// <summary>Takes a place in a booking, and books what follows it; null when that cannot be had.</summary>
    private Visit? Seat(Want want, Booking booking, Dictionary<string, int> missing)
    {
        var visit = new Visit(want.Person, want, booking);
        want.Person.Visits.Add(visit);
        var strand = want.Strand;
        if (want.FollowsEnd is null && strand.Follower is not null && strand.FollowersToBook > 0)
        {
            var (least, most) = Following(strand, booking.End);
            string? lacks = null;
            visit.Follower = Search(new Want(want.Person, strand, booking.End), least, least / DayMinutes, least / DayMinutes, most / DayMinutes, ref lacks, most);
            if (visit.Follower is null)
            {
                want.Person.Visits.Remove(visit);
                var words = $"{strand.Follower.Type.Title} in time after it: {lacks ?? "closed then"}";
                missing[words] = missing.GetValueOrDefault(words) + 1;
                return null;
            }

            strand.FollowersToBook--;
        }

        booking.Members.Add(visit);
        return visit;
    }

    private void Expect(Booking booking)
    {
        At(booking.Start, () => Hold(booking));
        if (booking.IsGroup)
        {
            var key = (booking.Step.Index, booking.Members[0].Person.Site);
            if (!groups.TryGetValue(key, out var open))
            {
                groups.Add(key, open = []);
            }

            open.Add(booking);
            At(Math.Max(now, booking.Start - DayMinutes), () => Confirm(booking));
        }
    }

    /// <summary>A day before, a group that is too small is called off.</summary>
    private void Confirm(Booking booking)
    {
        var least = booking.Step.Group!.GroupSize!.Least;
        groups.GetValueOrDefault((booking.Step.Index, booking.Members.Count > 0 ? booking.Members[0].Person.Site : 0))?.Remove(booking);
        if (booking.IsOver || booking.Members.Count >= least)
        {
            return;
        }

        foreach (var visit in booking.Members.ToList())
        {
            visit.Person.InGroup = !booking.Step.OneToOne;
            Again(visit, string.Create(CultureInfo.InvariantCulture, $"a group of at least {least}"), now);
        }
    }

    /// <summary>It did not take place: what was booked after it in the same strand is booked anew as well.</summary>
    private void Again(Visit visit, string? reason, int from)
    {
        var (person, strand) = (visit.Person, visit.Want.Strand);
        var since = visit.Booking.Day;
        Cancel(visit);
        strand.ReadyAt = from;
        if (visit.Want.FollowsEnd is { } ended)
        {
            Plan(new Want(person, strand, ended) { Reason = reason, Since = reason is null ? null : since });
            return;
        }

        foreach (var later in strand.Booked.Where(booked => booked != visit).ToList())
        {
            Cancel(later);
        }

        strand.Booked.Clear();
        if (reason is not null)
        {
            (visit.Want.Reason, visit.Want.Since) = (reason, since);
        }

        Plan(visit.Want);
    }

    private void Cancel(Visit visit)
    {
        var booking = visit.Booking;
        visit.Person.Visits.Remove(visit);
        booking.Members.Remove(visit);
        if (visit.Follower is { } follower && visit.Person.Visits.Contains(follower))
        {
            Cancel(follower);
            visit.Want.Strand.FollowersToBook++;
        }

        if (booking.Members.Count == 0 && !booking.IsOver)
        {
            booking.IsOver = true;
            finder.Release(booking);
            if (booking.IsGroup)
            {
                groups.GetValueOrDefault((booking.Step.Index, visit.Person.Site))?.Remove(booking);
            }
        }
    }
}
