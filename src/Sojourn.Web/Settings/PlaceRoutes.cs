using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Clinics;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Clinics;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;
using DomainClinic = Sojourn.Domain.Clinics.Clinic;

namespace Sojourn.Web.Settings;

/// <summary>Sites and rooms.</summary>
internal sealed class PlaceRoutes : ISliceRoutes
{
    private const string Seen = "/settings/places";

    private sealed record SiteTyped(string Name, string City, string Region, string Phone);

    private sealed record RoomTyped(Guid Site, string Name, RoomUse Kind, int Chairs, bool Approved);

    public static void Map(Routes routes)
    {
        routes.Get(Seen, Permission.SeeToday, x => x.Page<PlacesPage>(new PlacesPage.View(
            PlaceRecords.Sites(x.Records), PlaceRecords.Rooms(x.Records), OpenHours.In(x.Records, x.Today, x.Today), OpenHours.Closed(x.Records, x.Today, DateOnly.MaxValue), x.Who)));
        routes.Get("/settings/sites/new", Permission.ManageClinic, x => Site(x, null, Form.Fresh));
        routes.Post("/settings/sites", Permission.ManageClinic, x => SaveSite(x, null));
        routes.Get("/settings/sites/{id}", Permission.ManageClinic, x => OpenSite(x) is { } site ? Site(x, site, Known(site)) : NoSite(x));
        routes.Post("/settings/sites/{id}", Permission.ManageClinic, async x => OpenSite(x) is { } site ? await SaveSite(x, site) : NoSite(x));
        routes.Get("/settings/sites/{id}/closing", Permission.ManageClinic, x => OpenSite(x) is { } site ? Closing(x, Words(site), Form.Fresh) : NoSite(x));
        routes.Post("/settings/sites/{id}/closing", Permission.ManageClinic, async x => OpenSite(x) is { } site
            ? await Close(x, Words(site), (_, why) => new DomainClinic.Command.CloseSite(site.Id, why))
            : NoSite(x));
        routes.Get("/settings/rooms/new", Permission.ManageClinic, x => Room(x, null, Form.With(("site", x.Query("site")), ("chairs", "1"))));
        routes.Post("/settings/rooms", Permission.ManageClinic, x => SaveRoom(x, null));
        routes.Get("/settings/rooms/{id}", Permission.ManageClinic, x => OpenRoom(x) is { } room ? Room(x, room, Known(room)) : NoRoom(x));
        routes.Post("/settings/rooms/{id}", Permission.ManageClinic, async x => OpenRoom(x) is { } room ? await SaveRoom(x, room) : NoRoom(x));
        routes.Get("/settings/rooms/{id}/closing", Permission.ManageClinic, x => OpenRoom(x) is { } room ? Closing(x, Words(room), Form.Fresh) : NoRoom(x));
        routes.Post("/settings/rooms/{id}/closing", Permission.ManageClinic, async x => OpenRoom(x) is { } room
            ? await Close(x, Words(room), (desk, why) => new DomainClinic.Command.CloseRoom(room.Id, why, PlaceRecords.BookedAhead(desk.Records, room.Id.Value, desk.At)))
            : NoRoom(x));
    }

    private static SiteRow? OpenSite(Exchange x) => PlaceRecords.Site(x.Records, x.Id()) is { Open: true } site ? site : null;

    private static PlaceRow? OpenRoom(Exchange x) => PlaceRecords.Room(x.Records, x.Id()) is { Open: true } room ? room : null;

    private static IResult NoSite(Exchange x) => x.Missing("There is no open site under this link. Open the list of sites and rooms.");

    private static IResult NoRoom(Exchange x) => x.Missing("There is no open room under this link. Open the list of sites and rooms.");

    private static Form Known(SiteRow site) => Form.With(("name", site.Name), ("city", site.City), ("region", site.Region), ("phone", site.Phone));

    private static Form Known(PlaceRow room) => Form.With(
        ("site", room.SiteId.Value.ToString()), ("name", room.Name), ("kind", room.Kind), ("chairs", $"{room.Chairs}"), ("approved", room.Approved ? "yes" : null));

    private static ClosePage.Words Words(SiteRow site) =>
        new($"Close {site.Name}", "Its visits and records stay. Nobody can be booked there any more, and it is offered no longer where a site is chosen.", $"/settings/sites/{site.Id.Value}", "Close the site");

    private static ClosePage.Words Words(PlaceRow room) =>
        new($"Close {room.Name}", "What happened in it stays on record. Nobody can be booked there any more.", $"/settings/rooms/{room.Id.Value}", "Close the room");

    private static int Status(Form form) => form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;

    private static IResult Site(Exchange x, SiteRow? site, Form form) => x.Page<SitePage>(new SitePage.View(site, form), Status(form));

    private static IResult Room(Exchange x, PlaceRow? room, Form form) => x.Page<RoomPage>(new RoomPage.View(room, PlaceRecords.Sites(x.Records), form) { Feed = room is null ? null : Calendar.FeedRoutes.Address(x, "room", room.Id.Value) }, Status(form));

    private static IResult Closing(Exchange x, ClosePage.Words words, Form form) => x.Page<ClosePage>(new ClosePage.View(words, form), Status(form));

    private static Task<IResult> SaveSite(Exchange x, SiteRow? site)
    {
        var f = new FieldReader(x.Fields);
        var typed = new SiteTyped(f.Text("name", "Give the site a name.", 120), f.OptionalText("city", 100) ?? "", f.OptionalText("region", 100) ?? "", Phones.Read(f, "phone"));
        var sender = x.Sender;
        return Checking.Send(
            x,
            new CheckWords("Check the site", site is null ? "/settings/sites" : $"/settings/sites/{site.Id.Value}", site is null ? "Open the site" : "Keep this", [SettingsWords.Index, SettingsWords.Places]),
            f.Give(() => typed),
            s => [("Name", s.Name), ("Town", s.City), ("Province or state", s.Region), ("Telephone", s.Phone)],
            s => x.Clinic.Run(sender, ClinicSlice.Slice, DomainClinic.Id, site is null
                ? new DomainClinic.Command.OpenSite(new SiteId(sender.CommandId), s.Name, s.City, s.Region, s.Phone)
                : (DomainClinic.Command)new DomainClinic.Command.DescribeSite(site.Id, s.Name, s.City, s.Region, s.Phone)),
            _ => Seen,
            form => Site(x, site, form));
    }

    private static Task<IResult> SaveRoom(Exchange x, PlaceRow? room)
    {
        var f = new FieldReader(x.Fields);
        var typed = new RoomTyped(
            room?.SiteId.Value ?? f.Id("site", "Choose the site that the room belongs to."),
            f.Text("name", "Give the room a name or number.", 80),
            f.OneOf<RoomUse>("kind", "Choose what the room is for."),
            f.Whole("chairs", "how many people it holds", 1, 40),
            f.Ticked("approved"));
        var sender = x.Sender;
        var site = PlaceRecords.Site(x.Records, typed.Site)?.Name;
        return Checking.Send(
            x,
            new CheckWords("Check the room", room is null ? "/settings/rooms" : $"/settings/rooms/{room.Id.Value}", room is null ? "Open the room" : "Keep this", [SettingsWords.Index, SettingsWords.Places]),
            f.Give(() => typed),
            r => [("Site", site), ("Name", r.Name), ("For", SettingsWords.RoomKind(r.Kind)), ("Chairs or beds", $"{r.Chairs}"), ("Approved for medicine", r.Approved ? "Yes" : "No")],
            r => x.Clinic.Run(sender, ClinicSlice.Slice, DomainClinic.Id, desk => room is null
                ? new DomainClinic.Command.OpenRoom(new RoomId(sender.CommandId), new SiteId(r.Site), r.Name, r.Kind, r.Chairs, r.Approved)
                : (DomainClinic.Command)new DomainClinic.Command.DescribeRoom(
                    room.Id, r.Name, r.Kind, r.Chairs, r.Approved, PlaceRecords.MedicineAhead(desk.Records, room.Id.Value, desk.At))),
            _ => Seen,
            form => Room(x, room, form));
    }

    private static Task<IResult> Close(Exchange x, ClosePage.Words words, Func<Desk, string, DomainClinic.Command> command)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("why", "Write in a few words why it closes.", 400);
        return x.Send(f.Give(() => why), w => x.Clinic.Run(x.Sender, ClinicSlice.Slice, DomainClinic.Id, desk => command(desk, w)), _ => Seen, form => Closing(x, words, form));
    }
}
