using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Measures;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Safety;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Measures;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Measures.CheckIn;

/// <summary>One question a page; every answer is posted and kept before the next is shown.</summary>
internal sealed class CheckInRoutes : ISliceRoutes
{
    private sealed record Answering(string Item, decimal? Value);

    private sealed record Reason(string Words);

    public static void Map(Routes routes)
    {
        routes.Get("/my/check-in/{id}", Permission.OwnRecord, x => With(x, sheet => Where(x, sheet)));
        routes.Get("/my/check-in/{id}/help", Permission.OwnRecord, x => With(x, sheet => Help(x, sheet)));
        routes.Get("/my/check-in/{id}/questions/{number}", Permission.OwnRecord, x => With(x, sheet => Question(x, sheet)));
        routes.Post("/my/check-in/{id}/answers", Permission.OwnRecord, x => With(x, sheet => Answer(x, sheet)));
        routes.Post("/my/check-in/{id}/declining", Permission.OwnRecord, x => With(x, sheet => Decline(x, sheet)));
    }

    private static IResult With(Exchange x, Func<CheckInSheet, IResult> show) =>
        CheckInSheet.Of(x.Records, x.Clinic, x.Id(), x.Who.Person) is { } sheet ? show(sheet) : Nothing(x);

    private static Task<IResult> With(Exchange x, Func<CheckInSheet, Task<IResult>> work) =>
        CheckInSheet.Of(x.Records, x.Clinic, x.Id(), x.Who.Person) is { } sheet ? work(sheet) : Task.FromResult(Nothing(x));

    private static IResult Nothing(Exchange x) => x.Missing("There are no questions for you at this address. Look at your own page for those that are open, or call us.");

    /// <summary>Where the person left off: the next question, the end, or why there is none.</summary>
    private static IResult Where(Exchange x, CheckInSheet sheet) =>
        sheet.Row.State == "finished" ? End(x, sheet)
        : !sheet.Row.TakesAnswers(x.Now) || sheet.Instrument.Version != sheet.Row.InstrumentVersion || sheet.Instrument.IsSkeleton ? Shut(x, sheet)
        : sheet.Next is { } next ? Show(x, sheet, next, Form.Fresh)
        : x.Page<MendPage>(new MendPage.View(sheet, Scoring.Score(sheet.Instrument, sheet.Given).Faults, Reader(x, sheet)));

    private static IResult Question(Exchange x, CheckInSheet sheet) =>
        sheet.Row.TakesAnswers(x.Now)
        && int.TryParse(x.Http.Request.RouteValues["number"]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && sheet.At(number) is { } item
            ? Show(x, sheet, item, Form.Fresh)
            : x.To(sheet.Place);

    private static IResult Show(Exchange x, CheckInSheet sheet, InstrumentItem item, Form form) =>
        x.Page<QuestionPage>(new QuestionPage.View(sheet, item, form, Reader(x, sheet), ByLink(x)), form.HasProblem ? 422 : 200);

    private static Task<IResult> Answer(Exchange x, CheckInSheet sheet)
    {
        var f = new FieldReader(x.Fields);
        var item = sheet.Instrument.Item(f.Text("item", "Say which question is answered."));
        if (item is null && f.Faults.Count == 0)
        {
            f.Fault("item", "There is no such question here.");
        }

        decimal? value = item is null || f.Ticked("skip")
            ? null
            : f.OptionalNumber("value", "a number", item.Least, item.Most) ?? Unanswered(f);
        var worries = item is not null && f.Faults.Count == 0 && Scoring.RaisedBy(sheet.Instrument, sheet.Given, item.Id, value).Count > 0;
        return x.Send(
            f.Give(() => new Answering(item!.Id, value)),
            answer => x.Clinic.Run(x.Sender, desk => AnsweringAMeasure.Answer(desk, sheet.Row.Id, answer.Item, answer.Value)),
            _ => worries ? $"{sheet.Place}/help" : sheet.Place,
            form => item is not null && sheet.Row.TakesAnswers(x.Now) ? Show(x, sheet, item, form) : Where(x, sheet));
    }

    private static decimal? Unanswered(FieldReader f)
    {
        if (f.Faults.All(fault => fault.Where != "value"))
        {
            f.Fault("value", "Choose an answer, or skip the question.");
        }

        return null;
    }

    private static Task<IResult> Decline(Exchange x, CheckInSheet sheet)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("reason", "Write a few words why not. Any reason will do.");
        return x.Send(
            f.Give(() => new Reason(why)),
            reason => x.Clinic.Run(x.Sender, MeasureSlice.Slice, sheet.Row.Id.Value, new Measure.Command.Decline(x.Now, reason.Words)),
            _ => sheet.Place,
            form => sheet.Next is { } next && sheet.Row.TakesAnswers(x.Now) ? Show(x, sheet, next, form) : Where(x, sheet));
    }

    private static IResult Help(Exchange x, CheckInSheet sheet) =>
        Case(x, sheet) is { } worry
            ? x.Page<HelpPage>(new HelpPage.View(sheet, worry, sheet.Row.TakesAnswers(x.Now), ByLink(x)))
            : x.To(sheet.Place);

    private static IResult End(Exchange x, CheckInSheet sheet) => x.Page<EndPage>(new EndPage.View(
        sheet,
        x.Who.Name,
        OwnLines.Of(x.Records, sheet.Instrument, x.Who.Person, x.Zone),
        sheet.Row.Positive ? Case(x, sheet) : null,
        Reader(x, sheet),
        ByLink(x)));

    private static IResult Shut(Exchange x, CheckInSheet sheet) => x.Page<ShutPage>(new ShutPage.View(sheet, Case(x, sheet), x.Now, ByLink(x)));

    private static CaseRow? Case(Exchange x, CheckInSheet sheet) => CaseRecords.From(x.Records, sheet.Row.Id.Value) is [var latest, ..] ? latest : null;

    private static ReaderWords Reader(Exchange x, CheckInSheet sheet) =>
        ReaderWords.Of(x.Records, new Owner(sheet.Row.Reader), sheet.Row.ReadBy ?? x.Now.AddHours(sheet.Row.ReadWithinHours));

    private static bool ByLink(Exchange x) => x.Http.User.HasClaim(claim => claim.Type == WhoReader.OnlyClaim);
}
