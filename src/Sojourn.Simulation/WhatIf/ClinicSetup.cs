using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <summary>A clinic's usual week, as a what-if needs it: sites with opening hours, rooms, and staff with theirs. Holidays and absences are not in it.</summary>
/// <param name="Name">As shown above the result.</param>
public sealed record ClinicSetup(string Name, IReadOnlyList<SetupSite> Sites, IReadOnlyList<SetupRoom> Rooms, IReadOnlyList<SetupMember> Staff)
{
    private static readonly IReadOnlyList<DayOfWeek> Weekdays = [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday];

    /// <summary>Rooms of the clinic that is assumed where none is given.</summary>
    public static IReadOnlyDictionary<RoomKind, int> DefaultRooms { get; } = new Dictionary<RoomKind, int> { [RoomKind.Medicine] = 2, [RoomKind.Talking] = 3 };

    /// <summary>Staff of the clinic that is assumed where none is given.</summary>
    public static IReadOnlyDictionary<string, int> DefaultStaff { get; } = new Dictionary<string, int>(StringComparer.Ordinal)
    {
        [Roles.Therapist] = 4,
        [Roles.Nurse] = 2,
        [Roles.Prescriber] = 1,
        [Roles.FrontDesk] = 1,
    };

    /// <summary>The clinic that is assumed where none is given.</summary>
    public static ClinicSetup Default { get; } = Of(DefaultRooms, DefaultStaff);

    /// <summary>
    /// An invented clinic: one site, open Monday to Friday from 8 to 18; the first medicine room has chairs for a group, every other room one. Everybody works eight hours on
    /// each of these days; those of one role from 8 to 16 and from 10 to 18 in turn.
    /// </summary>
    /// <param name="groupChairs">Chairs in the first medicine room.</param>
    public static ClinicSetup Of(IReadOnlyDictionary<RoomKind, int> rooms, IReadOnlyDictionary<string, int> staff, int groupChairs = 6)
    {
        var name = $"An assumed clinic: {Listed(rooms.OrderBy(r => r.Key).Select(r => $"{r.Value} {Words(r.Key)} {(r.Value == 1 ? "room" : "rooms")}"))}; "
            + $"{Listed(Roles.All.Where(staff.ContainsKey).Select(role => $"{staff[role]} {role}"))}; open Monday to Friday 8–18, everybody works eight hours on each of these days";
        return new(
            name,
            [new SetupSite("Clinic", [.. Weekdays.Select(day => new DayHours(day, new(8, 0), new(18, 0)))])],
            [.. from kind in rooms.OrderBy(r => r.Key) from number in Enumerable.Range(1, kind.Value) select new SetupRoom($"{Words(kind.Key)} {number}", 0, kind.Key, kind.Key == RoomKind.Medicine && number == 1 ? groupChairs : 1)],
            [.. from role in Roles.All where staff.ContainsKey(role) from number in Enumerable.Range(1, staff[role]) select new SetupMember($"{role} {number}", [role], [.. Weekdays.Select(day => new SetupWork(0, Shift(day, number)))])]);
    }

    internal static string Words(RoomKind kind) => kind.ToString().ToLowerInvariant();

    private static DayHours Shift(DayOfWeek day, int number) => number % 2 == 1 ? new(day, new(8, 0), new(16, 0)) : new(day, new(10, 0), new(18, 0));

    private static string Listed(IEnumerable<string> parts) => string.Join(", ", parts);
}

/// <param name="Hours">Its usual week; empty: never open.</param>
public sealed record SetupSite(string Name, IReadOnlyList<DayHours> Hours);

/// <param name="Site">Place in <see cref="ClinicSetup.Sites"/>.</param>
/// <param name="Chairs">Most people of one group; 1 or more. A room holds one session at a time.</param>
public sealed record SetupRoom(string Name, int Site, RoomKind Kind, int Chairs);

/// <param name="Roles">See <see cref="Roles"/>.</param>
public sealed record SetupMember(string Name, IReadOnlyList<string> Roles, IReadOnlyList<SetupWork> Week);

/// <param name="Site">Place in <see cref="ClinicSetup.Sites"/>.</param>
public sealed record SetupWork(int Site, DayHours Hours);
