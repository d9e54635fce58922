using System.Globalization;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Consents;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Consents;

internal sealed class ConsentRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/consent", Permission.SeeCourse, Show);
        routes.Get("/courses/{id}/consent/{document}/withdrawal", Permission.TakeConsent, x => ToldToStaff(x, Form.Fresh));
        routes.Post("/courses/{id}/consent/{document}/withdrawal", Permission.TakeConsent, x => CoursePlace.ForStaff(x, course =>
            Withdraw(x, course, Place(x), form => ToldToStaff(x, form))));
        routes.Get("/courses/{id}/consent/{document}/hand-over", Permission.TakeConsent, x => CoursePlace.ForStaff(x, course => Read(x, OnTablet(x, course), Form.Fresh)));
        routes.Get("/courses/{id}/consent/{document}/hand-over/check", Permission.TakeConsent, x => CoursePlace.ForStaff(x, course => Check(x, OnTablet(x, course))));
        routes.Post("/courses/{id}/consent/{document}/hand-over", Permission.TakeConsent, x => CoursePlace.ForStaff(x, course => Sign(x, OnTablet(x, course), $"{Place(x)}/handed-back")));
        routes.Get("/courses/{id}/consent/handed-back", Permission.TakeConsent, x => x.Page<HandBackPage>(Place(x)));
        routes.Get("/my/consent", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => x.Page<MyConsentPage>(ConsentRecords.Of(x.Records, course))));
        routes.Get("/my/consent/{document}", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Read(x, OnPhone(x, course), Form.Fresh)));
        routes.Get("/my/consent/{document}/check", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Check(x, OnPhone(x, course))));
        routes.Post("/my/consent/{document}", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Sign(x, OnPhone(x, course), "/my/consent")));
        routes.Get("/my/consent/{document}/withdrawal", Permission.OwnRecord, x => WithdrawalWords(x, Form.Fresh));
        routes.Post("/my/consent/{document}/withdrawal", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course =>
            Withdraw(x, course, "/my/consent", form => WithdrawalWords(x, form))));
    }

    private static string Place(Exchange x) => $"/courses/{x.Id()}/consent";

    private static string Document(Exchange x) => x.Http.Request.RouteValues["document"]?.ToString() ?? "";

    private static IResult Show(Exchange x) => CoursePlace.ForStaff(x, course => x.Page<ConsentPage>(
        new ConsentPage.View(CourseHead.Of(x, course), course, ConsentRecords.Of(x.Records, course), x.Who, actor => StaffNames.Of(actor, x.Records))));

    private static IResult ToldToStaff(Exchange x, Form form) => CoursePlace.ForStaff(x, course =>
        OnTablet(x, course)?.Sheet is { Last.WithdrawnAt: null, Last: not null } sheet
            ? x.Page<StaffWordsPage>(
                new StaffWordsPage.View(
                    CourseHead.Of(x, course),
                    "consent",
                    "The patient takes consent back",
                    $"{sheet.Document.Title}. No reason is needed, and no medicine can be given without consent.",
                    "reason",
                    "What they said, if they gave a reason",
                    "Record that it is taken back",
                    x.Http.Request.Path,
                    Place(x),
                    form) { Optional = true, Stops = true },
                form.HasProblem ? 422 : 200)
            : x.To(Place(x)));

    private static ConsentAsked? OnTablet(Exchange x, CourseAtHand course) => Asked(x, course, $"{Place(x)}/{Document(x)}/hand-over", Place(x), onTablet: true);

    private static ConsentAsked? OnPhone(Exchange x, CourseAtHand course) => Asked(x, course, $"/my/consent/{Document(x)}", "/my/consent", onTablet: false);

    private static ConsentAsked? Asked(Exchange x, CourseAtHand course, string at, string back, bool onTablet) =>
        ConsentRecords.Of(x.Records, course).FirstOrDefault(s => s.Document.Id == Document(x)) is { } sheet ? new(course, sheet, at, back, onTablet) { Lock = course.LockAt(x.Now) } : null;

    private static IResult Read(Exchange x, ConsentAsked? asked, Form form) => asked is null
        ? x.Missing("This treatment has no such text to sign.")
        : x.Page<ConsentReadPage>(new ConsentReadPage.View(asked, Ticked(x, asked), form), form.HasProblem ? 422 : 200);

    /// <summary>From the ticks to the signature. A section that is not ticked leads back to it; nothing is recorded here.</summary>
    private static IResult Check(Exchange x, ConsentAsked? asked)
    {
        if (asked is null || asked.WhyNot is not null)
        {
            return Read(x, asked, Form.Fresh);
        }

        var ticked = Ticked(x, asked);
        Fault[] missed =
        [
            .. Enumerable.Range(1, asked.Sections.Count).Except(ticked)
                .Select(section => new Fault($"read-{section}", $"Tick “{asked.Sections[section - 1].Heading ?? "To begin with"}” when you have read it. Ask us if it is not clear.")),
        ];
        return missed.Length == 0
            ? x.Page<ConsentSignPage>(new ConsentSignPage.View(asked, Form.Fresh))
            : Read(x, asked, new Form(Form.Fresh.Values, missed, []));
    }

    private static Task<IResult> Sign(Exchange x, ConsentAsked? asked, string seenAt)
    {
        if (asked is null)
        {
            return Task.FromResult(x.Missing("This treatment has no such text to sign."));
        }

        var f = new FieldReader(x.Fields);
        var version = f.Whole("version", "the version that was read", 1, 10_000);
        var sha256 = f.Text("sha256", "The text was not read on this page. Load it again.", 64);
        var name = f.Text("typed-name", "Type your name to sign.", 200);
        var read = Enumerable.Range(1, asked.Sections.Count).Where(section => f.Ticked($"read-{section}")).ToList();
        return x.Send(
            f.Give(() => name),
            typed => x.Clinic.Run(x.Sender, desk => ConsentDesk.Give(desk, asked.Course.Id, asked.Sheet.Document.Id, version, sha256, read, typed)),
            _ => seenAt,
            form => form.Refusals.Any(r => r.Code != "consent.name-differs")
                ? Read(x, asked, form)
                : x.Page<ConsentSignPage>(new ConsentSignPage.View(asked, form), 422));
    }

    /// <summary>A text that counts for several courses is taken back where it was signed.</summary>
    private static Task<IResult> Withdraw(Exchange x, CourseAtHand course, string seenAt, Func<Form, IResult> again)
    {
        var f = new FieldReader(x.Fields);
        var reason = f.OptionalText("reason", 2000);
        var signed = ConsentRecords.Of(x.Records, course).FirstOrDefault(s => s.Document.Id == Document(x))?.Last?.CourseId ?? course.Id.Value;
        return x.Send(
            f.Give(() => new Reason(reason)),
            given => x.Clinic.Run(x.Sender, desk => ConsentDesk.Withdraw(desk, new CourseId(signed), Document(x), given.Words)),
            _ => seenAt,
            again);
    }

    private static IResult WithdrawalWords(Exchange x, Form form) => CoursePlace.ForPatient(x, course =>
        OnPhone(x, course) is not { } asked ? x.Missing("This treatment has no such text.")
        : asked.Withdrawal is not { } action ? x.To("/my/consent")
        : x.Page<MyWordsPage>(
            new MyWordsPage.View(
                "Take your consent back?",
                "You may, at any time and for no reason. No medicine is given without it. You can sign again later.",
                "reason",
                "Why, if you want to say",
                "Take my consent back",
                "Your team sees it at once and talks with you.",
                action,
                asked.At,
                form) { Optional = true, Stops = true },
            form.HasProblem ? 422 : 200));

    private static List<int> Ticked(Exchange x, ConsentAsked asked) =>
    [
        .. Enumerable.Range(1, asked.Sections.Count).Where(section =>
            x.Query(string.Create(CultureInfo.InvariantCulture, $"read-{section}")) == "yes" || x.Fields[string.Create(CultureInfo.InvariantCulture, $"read-{section}")] == "yes"),
    ];

    private sealed record Reason(string? Words);
}
