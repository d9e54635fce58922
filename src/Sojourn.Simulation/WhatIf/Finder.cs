using System.Globalization;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <summary>Looks for a time on one day at which a room, the staff and the person are free, and says what is missing where there is none.</summary>
internal sealed class Finder(House house, int restMinutes)
{
    /// <summary>What is looked for.</summary>
    /// <param name="People">Places that must be there: 1, or a whole group's.</param>
    internal readonly record struct Ask(Person Person, Step Step, int People);

    private const string Together = "room and staff were not free at the same time";
    private readonly List<(DaySlots Beginnings, string Words)> parts = [];

    /// <summary>From this day on, rooms for groups are kept for groups, where the programme has any and one to one can be held in another room.</summary>
    internal int KeptForGroupsFrom { get; set; }

    /// <returns>Null where there is no such time on this day.</returns>
    /// <param name="missing">What was missing; null on a day on which nothing is open.</param>
    internal Booking? On(in Ask ask, int day, int from, out string? missing)
    {
        missing = null;
        string? why = null;
        foreach (var kind in Places(ask))
        {
            if (In(ask, kind, day, from, ref why) is { } booking)
            {
                return booking;
            }

            missing ??= why;
        }

        return null;
    }

    /// <summary>They have nothing else then, and do not rest.</summary>
    internal bool IsFree(Person person, Booking booking) => PersonFree(person, booking.Day).Beginnings(booking.Step.Slots)[booking.Slot];

    internal void Reserve(Booking booking)
    {
        if (booking.Room >= 0)
        {
            house.Rooms[booking.Room].Take(booking);
        }

        foreach (var member in booking.Staff)
        {
            house.Staff[member].Take(booking);
        }
    }

    internal void Release(Booking booking)
    {
        if (booking.Room >= 0)
        {
            house.Rooms[booking.Room].Free(booking);
        }

        foreach (var member in booking.Staff)
        {
            house.Staff[member].Release(booking);
        }
    }

    /// <summary>The most places that a group of this session can have at a site: the programme's, or the chairs of the largest room.</summary>
    internal int GroupPlaces(Step step, int site) =>
        Math.Min(step.Group!.GroupSize!.Most, house.Rooms.Where(room => room.Site == site && step.Type.Rooms.Contains(room.Kind)).Select(room => room.Chairs).DefaultIfEmpty(0).Max());

    /// <summary>A call is a call for everybody; other sessions are by video for those who like it.</summary>
    private static IEnumerable<RoomKind> Places(Ask ask)
    {
        var rooms = ask.Step.Type.Rooms;
        return ask.People == 1 && (rooms.Count == 1 || ask.Person.ByVideo || ask.Step.Type.Kind == SessionKind.InformationCall) ? rooms : rooms.Where(kind => kind != RoomKind.Video || rooms.Count == 1);
    }

    private Booking? In(in Ask ask, RoomKind kind, int day, int from, ref string? missing)
    {
        var (step, person) = (ask.Step, ask.Person);
        var site = kind == RoomKind.Video ? (int?)null : person.Site;
        if (Rooms(ask, kind, day, out var rooms) is { } noRoom)
        {
            missing = noRoom.Length > 0 ? noRoom : null;
            return null;
        }

        parts.Clear();
        parts.Add((rooms, RoomWords(ask, kind, "no {0} free")));
        var both = rooms;
        foreach (var need in step.With)
        {
            var staff = AtLeast(ask, need, day, site);
            if (staff.IsEmpty)
            {
                missing = NoStaff(ask, need, day, site);
                return null;
            }

            parts.Add((staff, NoStaff(ask, need, day, site)));
            both = both.And(staff);
        }

        foreach (var need in site is null ? [] : step.OnSite)
        {
            var onSite = Present(need.Role, need.For(ask.People), day, site).Beginnings(step.Slots);
            if (onSite.IsEmpty)
            {
                missing = Someone(need.Role) ? $"no {need.Role} on site" : $"the clinic has no {need.Role}";
                return null;
            }

            parts.Add((onSite, $"no {need.Role} on site"));
            both = both.And(onSite);
        }

        var start = (day * DaySlots.PerDay * DaySlots.Minutes) is var midnight && from > midnight ? (from - midnight + DaySlots.Minutes - 1) / DaySlots.Minutes : 0;
        both = start < DaySlots.PerDay ? both.And(DaySlots.Range(start, DaySlots.PerDay)) : default;
        var theirs = both.And(PersonFree(person, day).Beginnings(step.Slots));
        for (var slot = theirs.First(0); slot >= 0 && slot < DaySlots.PerDay; slot = theirs.First(slot + 1))
        {
            if (Team(ask, day, slot, site) is { } team)
            {
                return new Booking(step, day, slot, Room(ask, kind, day, slot), team, ask.People);
            }
        }

        // What they have themselves, and their rest, is nothing that the clinic lacks.
        missing = !both.IsEmpty && theirs.IsEmpty ? null : Tightest();
        return null;
    }

    /// <summary>Each was free at some time, but not together: the one without which there were a time, where there is just one such.</summary>
    private string Tightest()
    {
        string? tightest = null;
        for (var without = 0; without < parts.Count; without++)
        {
            var others = DaySlots.All;
            for (var part = 0; part < parts.Count; part++)
            {
                others = part == without ? others : others.And(parts[part].Beginnings);
            }

            if (!others.IsEmpty)
            {
                if (tightest is not null)
                {
                    return Together;
                }

                tightest = parts[without].Words;
            }
        }

        return tightest ?? Together;
    }

    /// <returns>Null where some room has a beginning; empty where none is open; else what is missing.</returns>
    private string? Rooms(in Ask ask, RoomKind kind, int day, out DaySlots beginnings)
    {
        beginnings = default;
        if (kind == RoomKind.Video)
        {
            beginnings = DaySlots.All;
            return null;
        }

        var (any, open) = (false, false);
        foreach (var room in house.Rooms)
        {
            if (Fits(ask, room, kind, day))
            {
                any = true;
                if (room.IsOpen(day))
                {
                    open = true;
                    beginnings = beginnings.Or(room.Beginnings(day, ask.Step));
                }
            }
        }

        return !beginnings.IsEmpty ? null : !any ? RoomWords(ask, kind, "the clinic has no {0}") : open ? RoomWords(ask, kind, "no {0} free") : "";
    }

    private static string RoomWords(in Ask ask, RoomKind kind, string words) =>
        words.Replace("{0}", ask.People > 1 ? string.Create(CultureInfo.InvariantCulture, $"{ClinicSetup.Words(kind)} room for {ask.People}") : $"{ClinicSetup.Words(kind)} room", StringComparison.Ordinal);

    private int Room(in Ask ask, RoomKind kind, int day, int slot)
    {
        House.Room? best = null;
        foreach (var room in kind == RoomKind.Video ? [] : house.Rooms)
        {
            // The smallest that will do, so that large rooms stay for groups.
            if (Fits(ask, room, kind, day) && (best is null || room.Chairs < best.Chairs) && room.Beginnings(day, ask.Step)[slot])
            {
                best = room;
            }
        }

        return best?.Index ?? -1;
    }

    private bool Fits(in Ask ask, House.Room room, RoomKind kind, int day)
    {
        if (room.Site != ask.Person.Site || room.Kind != kind || room.Chairs < ask.People)
        {
            return false;
        }

        return ask.People > 1 || day < KeptForGroupsFrom || ask.Step.Group?.GroupSize is not { } size || room.Chairs < size.Least || !HasSmaller(room, size.Least);
    }

    private bool HasSmaller(House.Room room, int least)
    {
        foreach (var other in house.Rooms)
        {
            if (other.Site == room.Site && other.Kind == room.Kind && other.Chairs < least)
            {
                return true;
            }
        }

        return false;
    }

    private DaySlots AtLeast(in Ask ask, StaffNeed need, int day, int? site)
    {
        var role = House.RoleOf(need.Role);
        var wanted = need.For(ask.People);
        Span<DaySlots> counted = stackalloc DaySlots[wanted];
        foreach (var member in house.Staff)
        {
            if (Could(ask, member, role))
            {
                var free = member.Free(day, site).Beginnings(ask.Step.Slots);
                for (var many = wanted - 1; many > 0; many--)
                {
                    counted[many] = counted[many].Or(counted[many - 1].And(free));
                }

                counted[0] = counted[0].Or(free);
            }
        }

        return counted[wanted - 1];
    }

    /// <summary>So many of a role work, whatever they do; one is enough where they follow each other.</summary>
    private DaySlots Present(string role, int wanted, int day, int? site)
    {
        var index = House.RoleOf(role);
        Span<DaySlots> counted = stackalloc DaySlots[wanted];
        foreach (var member in house.Staff)
        {
            if (member.Has(index))
            {
                var works = member.Works(day, site);
                for (var many = wanted - 1; many > 0; many--)
                {
                    counted[many] = counted[many].Or(counted[many - 1].And(works));
                }

                counted[0] = counted[0].Or(works);
            }
        }

        return counted[wanted - 1];
    }

    private static bool Could(in Ask ask, House.Member member, int role) =>
        member.Has(role) && (ask.People > 1 || ask.Person.Therapist is not { } own || role != House.RoleOf(Roles.Therapist) || member.Index == own);

    private string NoStaff(in Ask ask, StaffNeed need, int day, int? site)
    {
        var wanted = need.For(ask.People);
        var role = House.RoleOf(need.Role);
        if (house.Staff.Count(member => member.Has(role)) < wanted)
        {
            return wanted == 1 ? $"the clinic has no {need.Role}" : string.Create(CultureInfo.InvariantCulture, $"the clinic has fewer than {wanted} of role {need.Role}");
        }

        if (ask.People == 1 && ask.Person.Therapist is not null && need.Role == Roles.Therapist)
        {
            return "their therapist was not free";
        }

        var works = Present(need.Role, wanted, day, site);
        return works.IsEmpty ? $"no {need.Role} works there that day" : wanted == 1 ? $"no {need.Role} free" : string.Create(CultureInfo.InvariantCulture, $"not {wanted} of role {need.Role} free");
    }

    private bool Someone(string role) => House.RoleOf(role) is var index && house.Staff.Any(member => member.Has(index));

    /// <summary>Different people for every seat, those with least work first; null where they are not to be had.</summary>
    private int[]? Team(in Ask ask, int day, int slot, int? site)
    {
        List<int> seats = [];
        foreach (var need in ask.Step.With)
        {
            seats.AddRange(Enumerable.Repeat(House.RoleOf(need.Role), need.For(ask.People)));
        }

        var team = new int[seats.Count];
        return Seat(ask, seats, 0, team, day, slot, site) ? team : null;
    }

    private bool Seat(in Ask ask, List<int> seats, int seat, int[] team, int day, int slot, int? site)
    {
        if (seat == seats.Count)
        {
            return true;
        }

        List<House.Member> candidates = [];
        foreach (var member in house.Staff)
        {
            if (Could(ask, member, seats[seat]) && !team.AsSpan(0, seat).Contains(member.Index) && member.Free(day, site).Beginnings(ask.Step.Slots)[slot])
            {
                candidates.Add(member);
            }
        }

        foreach (var member in candidates.OrderBy(member => member.Booked).ThenBy(member => member.Index))
        {
            team[seat] = member.Index;
            if (Seat(ask, seats, seat + 1, team, day, slot, site))
            {
                return true;
            }
        }

        return false;
    }

    private DaySlots PersonFree(Person person, int day)
    {
        var free = DaySlots.All;
        foreach (var visit in person.Visits)
        {
            var booking = visit.Booking;
            free = Less(free, day, booking.Start, booking.End + (booking.Step.IsMedicine ? restMinutes : 0));
        }

        return Less(free, day, 0, Math.Max(person.ReadyAt, person.RestsUntil));
    }

    private static DaySlots Less(in DaySlots free, int day, int from, int to)
    {
        var midnight = day * DaySlots.PerDay * DaySlots.Minutes;
        return to <= midnight || from >= midnight + (24 * 60)
            ? free
            : free.Without(DaySlots.Range((from - midnight) / DaySlots.Minutes, (to - midnight + DaySlots.Minutes - 1) / DaySlots.Minutes));
    }
}
