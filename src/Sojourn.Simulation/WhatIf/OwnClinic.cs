using System.Globalization;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;

namespace Sojourn.Simulation.WhatIf;

/// <summary>A clinic's usual week from its own records: open sites, open rooms, active staff, their hours. Absences and closed days are not in it.</summary>
public static class OwnClinic
{
    private sealed record SiteRow
    {
        public SiteId Id { get; init; }

        public string Name { get; init; } = "";
    }

    private sealed record StaffRow
    {
        public StaffId Id { get; init; }

        public string DisplayName { get; init; } = "";

        public string Roles { get; init; } = "";
    }

    private sealed record AtRow
    {
        public StaffId StaffId { get; init; }

        public SiteId SiteId { get; init; }
    }

    /// <param name="more">Rooms and staff that are tried in addition, at the first site, for all of its opening hours.</param>
    public static ClinicSetup Of(Records records, DateOnly today, More more)
    {
        var hours = OpenHours.In(records, today, today);
        var sites = records.All<SiteRow>("select id, name from site where open = 1 order by rowid");
        var place = sites.Index().ToDictionary(site => site.Item.Id, site => site.Index);
        IReadOnlyList<SetupSite> weeks = [.. sites.Select(site => new SetupSite(site.Name, hours.Week(site.Id) is { Count: > 0 } week ? week : OpenHours.Usual))];

        // Medicine is only given where the room is approved for it; video needs no room.
        var rooms = records.All<RoomRow>("select id, site_id, name, kind, chairs, approved from room where open = 1 and (kind = 'talking' or (kind = 'medicine' and approved = 1)) order by rowid")
            .Where(room => place.ContainsKey(room.SiteId)).Select(room => new SetupRoom(room.Name, place[room.SiteId], Columns.Choice<RoomKind>(room.Kind), Math.Max(1, room.Chairs)));
        var at = records.All<AtRow>("select staff_id, site_id from staff_site").ToLookup(row => row.StaffId, row => row.SiteId);
        var staff = records.All<StaffRow>("select id, display_name, roles from staff where active = 1 order by rowid")
            .Select(member => new SetupMember(member.DisplayName, member.Roles.Split(' ', StringSplitOptions.RemoveEmptyEntries), [.. Week(hours, weeks, place, at[member.Id], member.Id)]));
        return Named(
            new(
                "",
                weeks.Count > 0 ? weeks : [new SetupSite("Clinic", OpenHours.Usual)],
                [.. rooms, .. more.Rooms.SelectMany(one => Enumerable.Range(1, one.Value).Select(number => new SetupRoom($"one more {one.Key} {number}", 0, one.Key, 1)))],
                [.. staff, .. more.Staff.SelectMany(one => Enumerable.Range(1, one.Value).Select(number => new SetupMember($"one more {one.Key} {number}", [one.Key], [.. (weeks.Count > 0 ? weeks[0].Hours : OpenHours.Usual).Select(day => new SetupWork(0, day))])))]),
            more);
    }

    private static IEnumerable<SetupWork> Week(OpenHours hours, IReadOnlyList<SetupSite> weeks, Dictionary<SiteId, int> place, IEnumerable<SiteId> at, StaffId member)
    {
        var stated = hours.Week(member).Where(work => place.ContainsKey(work.Site)).ToList();
        if (stated.Count > 0)
        {
            return stated.Select(work => new SetupWork(place[work.Site], work.Hours));
        }

        // Where none are stated: whenever a site of theirs is open, and the first one's hours where they have several.
        var own = at.Where(place.ContainsKey).Select(site => place[site]).DefaultIfEmpty(0).First();
        return weeks.Count == 0 ? [] : weeks[own].Hours.Select(day => new SetupWork(own, day));
    }

    private static ClinicSetup Named(ClinicSetup setup, More more)
    {
        var rooms = setup.Rooms.GroupBy(room => room.Kind).OrderBy(kind => kind.Key).Select(kind => Counted(kind.Count(), $"{ClinicSetup.Words(kind.Key)} room", $"{ClinicSetup.Words(kind.Key)} rooms"));
        var staff = Roles.All.Where(role => role is Roles.Therapist or Roles.Nurse or Roles.Prescriber or Roles.FrontDesk)
            .Select(role => (role, count: setup.Staff.Count(member => member.Roles.Contains(role, StringComparer.Ordinal)))).Where(one => one.count > 0).Select(one => Counted(one.count, one.role, $"{one.role}s"));
        var extra = more.Rooms.Values.Sum() + more.Staff.Values.Sum();
        return setup with { Name = $"This clinic's usual week{(extra > 0 ? ", with what is tried in addition" : "")}: {string.Join(", ", rooms.Concat(staff).DefaultIfEmpty("no rooms and no staff yet"))}" };
    }

    private static string Counted(int count, string one, string many) => string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");
}

/// <summary>Rooms and staff that a what-if adds to the clinic's own.</summary>
public sealed record More(IReadOnlyDictionary<RoomKind, int> Rooms, IReadOnlyDictionary<string, int> Staff)
{
    public static More Nothing { get; } = new(new Dictionary<RoomKind, int>(), new Dictionary<string, int>(StringComparer.Ordinal));
}
