using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Calendar;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Web.Settings;

/// <summary>When sites are open, and days on which a site or a room is closed.</summary>
internal sealed class HoursRoutes : ISliceRoutes
{
    private sealed record Week(IReadOnlyList<DayHours> Hours);

    private sealed record Days(SiteId Site, RoomId? Room, string Name, DateOnly From, DateOnly To, string Why);

    public static void Map(Routes routes)
    {
        routes.Get("/settings/sites/{id}/hours", Permission.ManageClinic, x => Site(x) is { } site ? ShowWeek(x, site, Known(x, site)) : NoSite(x));
        routes.Post("/settings/sites/{id}/hours", Permission.ManageClinic, async x => Site(x) is { } site ? await SaveWeek(x, site) : NoSite(x));
        routes.Get("/settings/sites/{id}/closed-days", Permission.ManageClinic, x => Site(x) is { } site ? ShowDays(x, site, Form.With(("what", x.Query("room") ?? "site"))) : NoSite(x));
        routes.Post("/settings/sites/{id}/closed-days", Permission.ManageClinic, async x => Site(x) is { } site ? await Close(x, site) : NoSite(x));
        routes.Get("/settings/closed-days/{id}", Permission.SeeCalendar, x => OpenHours.Closed(x.Records, x.Id()) is { } days ? One(x, days, Form.Fresh) : NoDays(x));
        routes.Post("/settings/closed-days/{id}/opening", Permission.ManageClinic, async x => OpenHours.Closed(x.Records, x.Id()) is { } days ? await Open(x, days) : NoDays(x));
    }

    private static SiteRow? Site(Exchange x) => PlaceRecords.Site(x.Records, x.Id()) is { Open: true } site ? site : null;

    private static IResult NoSite(Exchange x) => x.Missing("There is no open site under this link. Open the list of sites and rooms.");

    private static IResult NoDays(Exchange x) => x.Missing("These days are not closed, or not any more. Open the list of sites and rooms.");

    private static int Status(Form form) => form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    private static Form Known(Exchange x, SiteRow site) => Form.With(WeekForm.Known(OpenHours.In(x.Records, x.Today, x.Today).Week(site.Id)));

    private static IResult ShowWeek(Exchange x, SiteRow site, Form form) => x.Page<WeekPage>(
        new WeekPage.View(
            $"Opening hours of {site.Name}",
            "Visits are booked within these hours. Leave both times of a day empty when it is closed; leave the whole week empty to take bookings at any time. 00:00 as the end is midnight.",
            [SettingsWords.Index, SettingsWords.Places],
            $"/settings/sites/{site.Id.Value}/hours",
            "/settings/places",
            [],
            form),
        Status(form));

    private static Task<IResult> SaveWeek(Exchange x, SiteRow site)
    {
        var f = new FieldReader(x.Fields);
        var week = WeekForm.Read(f);
        return Checking.Send(
            x,
            new CheckWords(
                $"Check the opening hours of {site.Name}",
                $"/settings/sites/{site.Id.Value}/hours",
                "Keep these hours",
                [SettingsWords.Index, SettingsWords.Places],
                week.Count == 0 ? "Without hours the site takes bookings at any time." : "They count for bookings from now on. What is booked already stays as it is."),
            f.Give(() => new Week(week)),
            w => [.. WeekForm.Days.Select(day => ($"{day}", (string?)(WeekForm.OfDay(w.Hours, day) ?? (w.Hours.Count == 0 ? "Not stated" : "Closed"))))],
            w => x.Clinic.Run(x.Sender, ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.SetHours(site.Id, w.Hours)),
            _ => "/settings/places",
            form => ShowWeek(x, site, form));
    }

    private static IResult ShowDays(Exchange x, SiteRow site, Form form) => x.Page<DaysPage>(
        new DaysPage.View($"Close for some days at {site.Name}", [SettingsWords.Index, SettingsWords.Places], $"/settings/sites/{site.Id.Value}/closed-days", "/settings/places", form)
        {
            What = [new Option("site", $"All of {site.Name}"), .. Rooms(x, site).Select(room => new Option(room.Id.Value.ToString(), room.Name))],
            AsksWhy = true,
        },
        Status(form));

    private static IEnumerable<PlaceRow> Rooms(Exchange x, SiteRow site) => PlaceRecords.Rooms(x.Records).Where(room => room.SiteId == site.Id);

    private static Task<IResult> Close(Exchange x, SiteRow site)
    {
        var f = new FieldReader(x.Fields);
        var what = f.Text("what", "Choose what is closed.", 60);
        var room = Rooms(x, site).FirstOrDefault(one => one.Id.Value.ToString() == what);
        if (what is not ("" or "site") && room is null)
        {
            f.Fault("what", "Choose the site or a room of the list.");
        }

        var days = new Days(site.Id, room?.Id, room?.Name ?? site.Name, f.Date("from", "the first closed day"), f.Date("to", "the last closed day"), f.Text("why", "Write in a few words why it is closed.", 200));
        var sender = x.Sender;
        var visits = f.Faults.Count == 0 && days.To >= days.From ? Visits(x, days.Site, days.Room, days.From, days.To) : [];
        return Checking.Send(
            x,
            new CheckWords(
                "Check the closed days",
                $"/settings/sites/{site.Id.Value}/closed-days",
                "Close it on these days",
                [SettingsWords.Index, SettingsWords.Places],
                visits.Count == 0 ? "Nothing is booked there then." : $"{Words.Count(visits.Count, "visit is", "visits are")} booked there then. Each becomes a task for the front desk to move it."),
            f.Give(() => days),
            d =>
            [
                ("Closed", d.Name), ("Days", SettingsWords.DaysOf(d.From, d.To)), ("Why", d.Why),
                .. visits.Select(visit => ("Booked then", (string?)$"{SessionWords.Name(visit)}, {Words.Moment(TimeZoneInfo.ConvertTime(visit.FromAt!.Value, x.Zone))}")),
            ],
            d => x.Clinic.Run(sender, ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.CloseForDays(new ClosedDaysId(sender.CommandId), d.Site, d.Room, d.From, d.To, d.Why, x.Today)),
            _ => $"/settings/closed-days/{sender.CommandId}",
            form => ShowDays(x, site, form));
    }

    private static IReadOnlyList<SessionRow> Visits(Exchange x, SiteId site, RoomId? room, DateOnly from, DateOnly to) =>
        OpenHours.Around(x.Records, from, to) is var days ? SessionRecords.InPlace(x.Records, site.Value, room?.Value, days.From > x.Now ? days.From : x.Now, days.To) : [];

    private static IResult One(Exchange x, ClosedDaysRow days, Form form) =>
        x.Page<ClosedDaysPage>(new ClosedDaysPage.View(days, Visits(x, days.SiteId, days.RoomId, days.FromOn, days.ToOn), form, x.Who), Status(form));

    private static Task<IResult> Open(Exchange x, ClosedDaysRow days) => x.Send(
        new Parsed<ClosedDaysRow>(days, []),
        d => x.Clinic.Run(x.Sender, ClinicSlice.Slice, DomainClinic.Id, new DomainClinic.Command.OpenAfterAll(d.Id)),
        _ => "/settings/places",
        form => One(x, days, form));
}
