using System.Globalization;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <content>What happens at the time that was booked.</content>
public sealed partial class WhatIfRun
{
    private void Hold(Booking booking)
    {
        if (booking.IsOver)
        {
            return;
        }

        booking.IsOver = true;
        List<Visit> here = [];
        List<(Visit Visit, string? Reason)> not = [];
        foreach (var visit in booking.Members)
        {
            if (Chance(visit.Person, assumed.Missed))
            {
                tally.Of(booking.Step).Missed++;
                not.Add((visit, null));
            }
            else if (booking.Step.IsMedicine && doorItems.Count > 0 && Chance(visit.Person, assumed.GateNotMet))
            {
                tally.Of(booking.Step).NotGiven++;
                not.Add((visit, $"gate: {visit.Person.Dice.One(doorItems).Title}"));
            }
            else
            {
                here.Add(visit);
            }
        }

        var ends = here.Count > 0 ? Take(booking, here) : now;
        if (here.Count == 0)
        {
            tally.NotUsed(booking);
        }

        foreach (var visit in here)
        {
            At(ends, () => Held(visit));
        }

        foreach (var (visit, reason) in not)
        {
            Again(visit, reason, (booking.Day + 1) * DayMinutes);
        }
    }

    /// <summary>It begins when the room and everybody who is needed are ready, and may run over.</summary>
    /// <returns>The minute at which it ends.</returns>
    private int Take(Booking booking, List<Visit> here)
    {
        var (type, dice) = (booking.Step.Type, here[0].Person.Dice);
        var staff = Needed(booking, here.Count);
        var room = booking.Room >= 0 ? house.Rooms[booking.Room] : null;
        var starts = staff.Select(member => house.Staff[member].ReadyAt).Append(booking.Start).Append(room is null ? 0 : room.ReadyAt + type.PreparationMinutes).Concat(here.Select(visit => visit.Person.ReadyAt)).Max();
        var over = type.Minutes.Most > type.Minutes.Usual && Chance(here[0].Person, assumed.Overrun) ? dice.Whole(1, type.Minutes.Most - type.Minutes.Usual) : 0;
        var ends = starts + type.Minutes.Usual + over;
        foreach (var member in staff)
        {
            house.Staff[member].ReadyAt = ends;
        }

        if (room is not null)
        {
            room.ReadyAt = ends + type.CleanupMinutes;
        }

        tally.Held(booking, here, staff, starts, ends, over);
        foreach (var visit in here)
        {
            visit.Person.ReadyAt = ends;
            if (booking.Step.IsMedicine)
            {
                visit.Person.RestsUntil = ends + ((programme.Rest?.Hours ?? 0) * 60);
                visit.Person.LastMedicineDay = booking.Day;
            }
        }

        return ends;
    }

    /// <summary>Of those who were booked, as many of each role as the people who came need.</summary>
    private static int[] Needed(Booking booking, int people)
    {
        List<int> needed = [];
        var seat = 0;
        foreach (var need in booking.Step.With)
        {
            needed.AddRange(booking.Staff.Skip(seat).Take(need.For(people)));
            seat += need.For(booking.Cap);
        }

        return [.. needed];
    }

    private void Held(Visit visit)
    {
        var (person, strand, booking) = (visit.Person, visit.Want.Strand, visit.Booking);
        person.Visits.Remove(visit);
        if (person.Standing != Standing.UnderWay)
        {
            return;
        }

        KeepTherapist(person, booking);
        person.FirstVisitAt ??= booking.Start;
        if (visit.Want.FollowsEnd is { } ended)
        {
            strand.FollowersLeft--;
            CountFollowing(strand, ended, booking);
        }
        else
        {
            CountLeading(person, strand, booking);
        }

        var isOver = person.Strands.TrueForAll(one => one.IsComplete);
        if (!(isOver && person.Phase == programme.Phases.Count - 1) && Leaves(person, strand, visit))
        {
            Lose(person, "left");
            return;
        }

        if (isOver)
        {
            PhaseIsOver(person);
        }
        else if (visit.Want.FollowsEnd is null)
        {
            strand.ReadyAt = now;
            Plan(visit.Want);
        }
    }

    private void CountLeading(Person person, Strand strand, Booking booking)
    {
        strand.Booked.RemoveAll(booked => booked.Booking == booking);
        strand.Done++;
        if (strand.LastDay is { } last && strand.Line.SpacingDays is { } spacing)
        {
            tally.Window(
                string.Create(CultureInfo.InvariantCulture, $"{strand.Phase.Title}, {strand.Step.Type.Title}: {spacing.Least} to {spacing.Most} days from one to the next"),
                booking.Day - last >= spacing.Least && booking.Day - last <= spacing.Most);
        }

        strand.FirstDay ??= booking.Day;
        strand.LastDay = booking.Day;
        if (strand.Step.IsMedicine)
        {
            person.FirstMedicineAt ??= booking.Start;
        }
    }

    private void CountFollowing(Strand strand, int ended, Booking booking)
    {
        if (programme.Integration is { } integration && strand.Step.IsMedicine && strand.Follower!.Type.Id == integration.SessionId)
        {
            var (least, most) = Following(strand, ended);
            tally.Window(
                string.Create(CultureInfo.InvariantCulture, $"{strand.Phase.Title}, {strand.Follower.Type.Title}: {integration.HoursLeast} to {integration.HoursMost} hours after medicine"),
                booking.Start >= least && booking.Start <= most);
        }
    }

    private void KeepTherapist(Person person, Booking booking)
    {
        if (!person.KeepsTherapist || person.Therapist is not null || booking.IsGroup || booking.Step.Type.Kind == SessionKind.InformationCall)
        {
            return;
        }

        var role = House.RoleOf(Roles.Therapist);
        foreach (var member in booking.Staff.Where(member => house.Staff[member].Has(role) && house.Staff[member].WorksAt(person.Site)).Take(1))
        {
            person.Therapist = member;
        }
    }

    private bool Leaves(Person person, Strand strand, Visit visit) => Chance(person, strand.Phase.Kind switch
    {
        PhaseKind.Induction => strand.Step.IsMedicine && visit.Want.FollowsEnd is null ? assumed.LeaveAfterMedicine : 0,
        PhaseKind.Integration or PhaseKind.Booster or PhaseKind.FollowUp => assumed.LeaveLater,
        _ => 0,
    });
}
