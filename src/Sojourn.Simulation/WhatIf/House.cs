using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <summary>The clinic's rooms and people with what is booked on each day. Day 0 is a Monday.</summary>
internal sealed class House
{
    internal House(ClinicSetup setup, int days)
    {
        Days = days;
        Sites = Math.Max(1, setup.Sites.Count);
        Rooms = [.. setup.Rooms.Select((room, index) => new Room(index, room, Week(setup.Sites[room.Site].Hours), days))];
        Staff = [.. setup.Staff.Select((member, index) => new Member(
            index,
            member.Roles.Select(RoleOf).Where(role => role >= 0).Aggregate(0, (roles, role) => roles | (1 << role)),
            [.. Enumerable.Range(0, Sites).Select(site => Week(member.Week.Where(work => work.Site == site).Select(work => work.Hours)))],
            days))];
    }

    internal int Days { get; }

    internal int Sites { get; }

    internal IReadOnlyList<Room> Rooms { get; }

    internal IReadOnlyList<Member> Staff { get; }

    /// <summary>Somebody works on this day of the week.</summary>
    internal bool IsWorking(int day) => Staff.Any(member => !member.Works(day, null).IsEmpty);

    internal static int RoleOf(string role)
    {
        for (var index = 0; index < Roles.All.Count; index++)
        {
            if (Roles.All[index] == role)
            {
                return index;
            }
        }

        return -1;
    }

    /// <summary>Monday to Sunday.</summary>
    private static DaySlots[] Week(IEnumerable<DayHours> hours)
    {
        var week = new DaySlots[7];
        foreach (var stretch in hours)
        {
            var day = ((int)stretch.Day + 6) % 7;
            week[day] = week[day].Or(DaySlots.Range((stretch.FirstMinute + DaySlots.Minutes - 1) / DaySlots.Minutes, stretch.EndMinute / DaySlots.Minutes));
        }

        return week;
    }

    internal sealed class Room(int index, SetupRoom setup, DaySlots[] open, int days)
    {
        private readonly DaySlots[] taken = new DaySlots[days];

        internal int Index => index;

        internal int Site => setup.Site;

        internal RoomKind Kind => setup.Kind;

        internal int Chairs => setup.Chairs;

        /// <summary>The minute from which it is free again as things have gone.</summary>
        internal int ReadyAt { get; set; }

        internal int OpenSlotsAWeek => open.Sum(day => day.Count);

        internal bool IsOpen(int day) => !open[day % 7].IsEmpty;

        /// <summary>As the calendar has it: the session lies within opening hours, the time held around it need not.</summary>
        internal DaySlots Beginnings(int day, Step step)
        {
            var inside = open[day % 7].Without(taken[day]).Beginnings(step.Slots);
            return inside.IsEmpty ? inside : inside.And(DaySlots.All.Without(taken[day]).Beginnings(step.Slots, step.Before, step.After));
        }

        internal void Take(Booking booking) => taken[booking.Day] = taken[booking.Day].Or(Around(booking));

        internal void Free(Booking booking) => taken[booking.Day] = taken[booking.Day].Without(Around(booking));

        /// <summary>Minutes of a stretch that lie in opening hours; the stretch may reach into the next day.</summary>
        internal int OpenMinutes(int from, int to)
        {
            var minutes = 0;
            for (var slot = from / DaySlots.Minutes; slot * DaySlots.Minutes < to; slot++)
            {
                if (open[slot / DaySlots.PerDay % 7][slot % DaySlots.PerDay])
                {
                    minutes += Math.Min(to, (slot + 1) * DaySlots.Minutes) - Math.Max(from, slot * DaySlots.Minutes);
                }
            }

            return minutes;
        }

        private static DaySlots Around(Booking booking) => DaySlots.Range(booking.Slot - booking.Step.Before, booking.Slot + booking.Step.Slots + booking.Step.After);
    }

    internal sealed class Member(int index, int roles, DaySlots[][] works, int days)
    {
        private readonly DaySlots[] busy = new DaySlots[days];
        private readonly DaySlots[] anywhere = [.. Enumerable.Range(0, 7).Select(day => works.Aggregate(default(DaySlots), (all, site) => all.Or(site[day])))];

        internal int Index => index;

        internal int ReadyAt { get; set; }

        /// <summary>How many people have them as their therapist.</summary>
        internal int People { get; set; }

        /// <summary>Slots booked so far: work goes to whoever has least of it.</summary>
        internal int Booked { get; private set; }

        internal int SlotsAWeek => anywhere.Sum(day => day.Count);

        internal bool Has(int role) => (roles >> role & 1) != 0;

        internal bool WorksAt(int site) => works[site].Any(day => !day.IsEmpty);

        /// <param name="site">Null: by video, from any site.</param>
        internal DaySlots Works(int day, int? site) => site is { } at ? works[at][day % 7] : anywhere[day % 7];

        internal DaySlots Free(int day, int? site) => Works(day, site).Without(busy[day]);

        internal void Take(Booking booking)
        {
            busy[booking.Day] = busy[booking.Day].Or(Of(booking));
            Booked += booking.Step.Slots;
        }

        internal void Release(Booking booking)
        {
            busy[booking.Day] = busy[booking.Day].Without(Of(booking));
            Booked -= booking.Step.Slots;
        }

        private static DaySlots Of(Booking booking) => DaySlots.Range(booking.Slot, booking.Slot + booking.Step.Slots);
    }
}
