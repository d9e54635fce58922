using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Inquiries;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Domain.Calendar;
using Sojourn.Domain.Inquiries;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Accounts;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Calls;

internal sealed class CallRoutes : ISliceRoutes
{
    private const int DaysAhead = 10;

    private sealed record Wanted(DateTimeOffset At, string FirstName, string Reach, string? Message, Guid? Inquiry);

    public static void Map(Routes routes)
    {
        routes.Get("/call", Permission.Public, x => Choose(x, Form.With(("inquiry", x.Query("inquiry")), ("at", x.Query("at")))));
        routes.Post("/call", Permission.Public, Book);
        routes.Get("/call/{id}", Permission.Public, x => One(x, Form.Fresh));
        routes.Get("/call/{id}/calendar.ics", Permission.Public, CalendarFile);
        routes.Post("/call/{id}/cancellation", Permission.Public, Cancel);
    }

    private static IResult Choose(Exchange x, Form form)
    {
        var inquiry = Guid.TryParse(form.Value("inquiry"), out var id) ? InquiryRecords.One(x.Records, id) : null;
        var slots = CallSlots.Free(x.Records, x.Zone, x.Now, DaysAhead);
        return x.Page<CallPage>(new CallPage.View(slots, inquiry, form), form.HasProblem ? 422 : 200);
    }

    private static Task<IResult> Book(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var at = DateTimeOffset.TryParse(x.Fields["at"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var chosen) ? chosen : (DateTimeOffset?)null;
        if (at is null)
        {
            f.Fault("at", "Choose a time.");
        }

        var known = f.OptionalId("inquiry", "That question is not known here.");
        var inquiry = known is { } i ? InquiryRecords.One(x.Records, i) : null;
        var name = inquiry?.FirstName ?? f.Text("first-name", "Write a first name, so that we know how to address you.", 80);
        var reach = inquiry?.Reach ?? f.Text("reach", "Write a phone number or an e-mail address for the call.", 160);
        var message = f.OptionalText("message");
        var sender = x.Sender;
        var session = sender.CommandId;
        return x.Send(
            f.Give(() => new Wanted(at!.Value.ToUniversalTime(), name, reach, message, inquiry?.Id.Value)),
            wanted => x.Clinic.Run(sender, desk => Record(desk, session, wanted)),
            _ => Place(x, session, at!.Value),
            form => Choose(x, form));
    }

    /// <summary>The question, if there is none yet, the session, and the link between them: together or not at all.</summary>
    private static void Record(Desk desk, Guid session, Wanted wanted)
    {
        var inquiry = wanted.Inquiry ?? session;
        if (wanted.Inquiry is null)
        {
            desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.Receive(wanted.FirstName, wanted.Reach, wanted.Message, null, wanted.At));
        }

        if (CallSlots.Caller(desk.Records, wanted.At) is not { } caller || wanted.At < desk.At)
        {
            desk.Refuse("calls.taken", "That time has just been taken. Choose another.", field: "at");
            return;
        }

        var site = desk.Records.Value<string>("select id from site where open = 1 order by name");
        if (site is null)
        {
            desk.Refuse("calls.no-site", "The clinic is not open for calls yet. Send your question instead.", new Remedy("Ask a question", "ask"));
            return;
        }

        var place = new Place(new SiteId(Guid.Parse(site)), null, wanted.At, wanted.At + CallSlots.Length, [caller]);
        desk.Do(SessionSlice.Slice, session, new Session.Command.Book(
            new Visit(SessionKind.InformationCall, null, null, new InquiryId(inquiry), null, null, null), place, BookingFacts.Clear, null));
        desk.Do(InquirySlice.Slice, inquiry, new Inquiry.Command.BookCall(new SessionId(session)));
    }

    private static IResult One(Exchange x, Form form) =>
        KeyOf(x) is { } key && SessionRecords.One(x.Records, x.Id()) is { Kind: "information-call" } row
            ? x.Page<CalledPage>(new CalledPage.View(row, key, form), form.HasProblem ? 422 : 200)
            : x.Missing("This link is not complete. Open it again from where you got it, or call us.");

    private static IResult CalendarFile(Exchange x)
    {
        if (KeyOf(x) is null || SessionRecords.One(x.Records, x.Id()) is not { Kind: "information-call", FromAt: { } from, ToAt: { } to } row)
        {
            return x.Missing("This link is not complete. Open it again from where you got it, or call us.");
        }

        var clinic = x.Records.Value<string>("select name from clinic") ?? "the clinic";
        x.Http.Response.Headers.ContentDisposition = "attachment; filename=call.ics";
        return Calendar.CalendarFile.Of(null, x.Now, [new(row.Id.Value.ToString(), from, to, $"Call with {clinic}")]);
    }

    private static Task<IResult> Cancel(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        if (KeyOf(x) is not { } key)
        {
            f.Fault("key", "This link is not complete. Open it again from where you got it, or call us.");
            key = "";
        }

        return x.Send(
            f.Give(() => new Session.Command.Cancel("Cancelled by the person who booked it.")),
            c => x.Clinic.Run(x.Sender, SessionSlice.Slice, x.Id(), c),
            _ => $"/call/{x.Id()}?key={Uri.EscapeDataString(key)}",
            form => One(x, form));
    }

    /// <summary>The link's key, when it opens this call.</summary>
    private static string? KeyOf(Exchange x) =>
        (x.Fields["key"] ?? x.Query("key")) is { } key && x.Service<SignedLinks>().Read(key)?.Place == $"/call/{x.Id()}" ? key : null;

    private static string Place(Exchange x, Guid session, DateTimeOffset at)
    {
        var link = x.Service<SignedLinks>().Make(new SignedLink(Actor.Visitor, $"/call/{session}", at.AddDays(2)));
        return $"/call/{session}?key={Uri.EscapeDataString(link["/link/".Length..])}";
    }
}
