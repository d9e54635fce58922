using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Lanes;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Web.Accounts;
using Sojourn.Web.Design;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Calendar;

/// <summary>
/// Calendars to subscribe to, one for each person and room. Whoever has the address reads it without signing in, and calendar programs hand it to others: it
/// says when and where, and no name. Staff read what kind of visit it is; a patient's own says only that it is an appointment.
/// </summary>
internal sealed class FeedRoutes : ISliceRoutes
{
    private const int DaysBack = 30;
    private const int DaysAhead = 366;

    /// <summary>How long an address works; then a new one is copied from the same place. Source: clinic default.</summary>
    private const int DaysGood = 366;

    private const string Gone = "This calendar address no longer works. Copy it again from your account, or from the room's settings.";

    public static void Map(Routes routes) => routes.Get("/feeds/{token}.ics", Permission.Public, Feed);

    /// <summary>The whole address to copy into a calendar program.</summary>
    /// <param name="x">Who asks.</param>
    /// <param name="of">staff, person or room.</param>
    /// <param name="id">Which.</param>
    public static string Address(Exchange x, string of, Guid id)
    {
        var link = x.Service<SignedLinks>().Make(new SignedLink(Actor.Visitor, $"/feeds/{of}/{id}", x.Now.AddDays(DaysGood)));
        return $"{Root(x)}/feeds/{link["/link/".Length..]}.ics";
    }

    private static IResult Feed(Exchange x)
    {
        if (x.Service<SignedLinks>().Read(x.Http.Request.RouteValues["token"]?.ToString() ?? "")?.Place.Split('/') is not ["", "feeds", var of, var text] || !Guid.TryParse(text, out var id))
        {
            return x.Missing(Gone);
        }

        return of switch
        {
            "staff" when Name(x, "select display_name from staff where id = @id and active = 1", id) is { } name => Entries(x, name, "session.id in (select session_id from session_staff where staff_id = @id)", id, ForStaff),
            "room" when Name(x, "select name from room where id = @id and open = 1", id) is { } name => Entries(x, name, "session.room_id = @id", id, ForStaff),
            "person" when Name(x, "select name from clinic", id) is { } name => Entries(x, name, "session.person_id = @id", id, ForPatient, RestOf),
            _ => x.Missing(Gone),
        };
    }

    private static string? Name(Exchange x, string select, Guid id) => x.Records.Value<string>(select, new { id });

    private static IResult Entries(Exchange x, string name, string where, Guid id, params IReadOnlyList<Func<Exchange, SessionRow, CalendarEntry?>> entries) =>
        CalendarFile.Of(name, x.Now, SessionRecords.Of(x.Records, where, id, x.Now.AddDays(-DaysBack), x.Now.AddDays(DaysAhead)).SelectMany(row => entries.Select(entry => entry(x, row))).OfType<CalendarEntry>().OrderBy(entry => entry.From));

    /// <summary>A patient keeps the time after medicine free too.</summary>
    private static CalendarEntry? RestOf(Exchange x, SessionRow row) =>
        row.CourseId is { } course && CourseAtHand.Find(x.Records, x.Clinic.Programmes, course.Value) is { } at && RestTimes.After(x.Records, at.Programme, row) is { } rest
            ? new($"rest-{row.Id.Value}", rest.From, rest.To, "Time to rest, kept free", null, $"{Root(x)}/my/rest")
            : null;

    private static CalendarEntry ForStaff(Exchange x, SessionRow row) =>
        new(row.Id.Value.ToString(), row.FromAt!.Value, row.ToAt!.Value, SessionWords.Kind(row.Kind), row.RoomName is { } room ? $"{room}, {row.SiteName}" : "Video or phone", $"{Root(x)}/sessions/{row.Id.Value}");

    private static CalendarEntry ForPatient(Exchange x, SessionRow row) =>
        new(row.Id.Value.ToString(), row.FromAt!.Value, row.ToAt!.Value, "Appointment", row.RoomName is null ? "Video or phone" : row.SiteName, $"{Root(x)}/my");

    private static string Root(Exchange x) => $"{x.Http.Request.Scheme}://{x.Http.Request.Host}";
}
