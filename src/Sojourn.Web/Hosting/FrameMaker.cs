using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Web.Design;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Hosting;

/// <summary>Makes what surrounds a page: the clinic's name and clock, who is signed in, where they may go.</summary>
internal static class FrameMaker
{
    private sealed record ClinicRow
    {
        public string Name { get; init; } = "Sojourn";

        public string TimeZone { get; init; } = "UTC";

        public string Phone { get; init; } = "";

        public string CrisisLine { get; init; } = "";

        public string EmergencyNumber { get; init; } = "";

        public bool IsDemo { get; init; }
    }

    internal static Frame Make(IServiceProvider services)
    {
        var runner = services.GetRequiredService<Runner>();
        var who = services.GetRequiredService<IHttpContextAccessor>().HttpContext?.Features.Get<Who>() ?? Who.Visitor;
        var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext;
        var permissions = services.GetRequiredService<RoutePermissions>();
        using var records = runner.Read();
        var clinic = records.One<ClinicRow>("select * from clinic") ?? new ClinicRow();
        var zone = TimeZoneInfo.FindSystemTimeZoneById(clinic.TimeZone);
        var now = TimeZoneInfo.ConvertTime(runner.Now, zone);
        return new Frame(clinic.Name, clinic.IsDemo, now, SiteOf(http, records, who), SignedIn(who), Places(http, records, who), HelpLines(clinic))
        {
            Zone = zone,
            ChooseSiteAt = who.IsStaff && records.Value<int>("select count(*) from site where open = 1") > 1 ? "/site" : null,
            DemoClockAt = who.IsStaff && runner.Time is Simulation.VirtualClock ? "/demo/clock" : null,
            Opens = place => permissions.Of(place) is not { } asked || who.May(asked),
            OpenTo = place => permissions.Of(place) is { } asked ? RolesWith(asked) : [],
            HomeWords = who.IsPatient ? "My pages" : "Back to the clinic",
        };
    }

    private static SignedIn? SignedIn(Who who) =>
        who.SignedIn ? new SignedIn(who.Name, string.Join(", ", who.Roles.Select(r => Columns.Word(r).Replace('-', ' ')))) : null;

    private static IReadOnlyList<string> RolesWith(Permission permission) =>
        [.. Enum.GetValues<Role>().Where(role => Grants.Has(role, permission)).Select(role => Columns.Word(role).Replace('-', ' '))];

    private static string? SiteOf(HttpContext? http, Records records, Who who) => !who.IsStaff ? null
        : Sites.SiteHere.Of(http, records, who) is { } here ? records.Value<string>("select name from site where id = @here", new { here })
        : records.All<string>("select name from site where open = 1") is [var only] ? only
        : "All sites";

    private static List<HelpLine> HelpLines(ClinicRow clinic) =>
    [
        .. new[] { ("Clinic", clinic.Phone), ("Crisis line, call or text, any hour", clinic.CrisisLine), ("Danger to life", clinic.EmergencyNumber) }
            .Where(l => l.Item2.Length > 0)
            .Select(l => new HelpLine(l.Item1, l.Item2, l.Item2.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal))),
    ];

    private static List<NavItem> Places(HttpContext? http, Records records, Who who)
    {
        if (who.IsPatient)
        {
            return [new("Next", "/my"), new("Prepare", "/my/prepare"), new("My plan", "/my/plan"), new("My tasks", "/my/tasks"), new("My line", "/my/line")];
        }

        if (!who.IsStaff)
        {
            return [new("Programmes", "/#programmes"), new("Book a call", "/call"), new("Ask", "/ask"), new("Sign in", "/sign-in")];
        }

        var running = records.Value<long>(
            "select count(*) from session where state = 'running' and (@here is null or site_id = @here)", new { here = Sites.SiteHere.Of(http, records, who)?.Value.ToString("D") });
        (Permission Permission, NavItem Item)[] all =
        [
            (Permission.SeeToday, new("Today", "/today", null, "today", true)),
            (Permission.SeePeople, new("People", "/people", null, "people", true)),
            (Permission.SeeCalendar, new("Calendar", "/calendar", null, "calendar", true)),
            (Permission.SeeRoom, new("Session room", "/rooms", running > 0 ? $"{running}" : null, "room")),
            (Permission.SeeInbox, new("Inbox", "/inbox", Waiting(records, who), "inbox", true)),
            (Permission.SeeMeasures, new("Check-ins", "/measures", Count(records, "select count(*) from measure where state = 'finished' and read_at is null"))),
            (Permission.SeeInquiries, new("Inquiries", "/inquiries", Count(records, "select count(*) from inquiry where state = 'new'"))),
            (Permission.SeeCalendar, new("Devices", "/devices", Refused(records))),
            (Permission.SeeProgrammes, new("Programmes", "/programmes")),
            (Permission.ManageClinic, new("Settings", "/settings")),
        ];
        var medicine = !Clinic.Clinics.PlaceRecords.IsSolo(records) || Clinic.Staff.StaffRecords.RolesAnywhere(records) is var held && (held.Contains("nurse") || held.Contains("prescriber"));
        return [.. all.Where(p => who.May(p.Permission) && (medicine || p.Item.Href is not ("/rooms" or "/devices"))).Select(p => p.Item)];
    }

    private static string? Refused(Records records) => records.Value<long>("select count(*) from device_refusal where seen_at is null") is > 0 and var count ? $"{count} not taken" : null;

    private static string? Count(Records records, string sql) => records.Value<long>(sql) is > 0 and var count ? $"{count}" : null;

    private static string? Waiting(Records records, Who who) =>
        Clinic.Tasks.Inbox.Open(records).Count(i => i.IsFor(who.Actor, who.Roles)) is > 0 and var count ? $"{count}" : null;
}
