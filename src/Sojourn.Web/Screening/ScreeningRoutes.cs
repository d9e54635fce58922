using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Screening;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Screening;

/// <summary>The assessment as staff do it: answers by section, findings, the prescriber's decision.</summary>
internal sealed class ScreeningRoutes : ISliceRoutes
{
    private const string Fact = "fact-";
    private const string Note = "note-";

    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/screening", Permission.SeeCourse, x => One(x, Form.Fresh));
        routes.Post("/courses/{id}/screening/facts", Permission.WriteScreening, RecordFacts);
        routes.Post("/courses/{id}/screening/decision", Permission.DecideEligibility, Decide);
    }

    private static IResult One(Exchange x, Form form) =>
        ScreeningPage.View.Make(x, form) is { } view ? x.Page<ScreeningPage>(view, form.HasProblem ? 422 : 200) : x.Missing("There is no such course.");

    /// <summary>Only the questions that were sent: a page sends one section, a program as many as it likes.</summary>
    private static Task<IResult> RecordFacts(Exchange x)
    {
        var answers = x.Fields.Names.Where(name => name.StartsWith(Fact, StringComparison.Ordinal))
            .ToDictionary(name => name[Fact.Length..], name => x.Fields[name] is "not-known" ? null : Plain(x.Fields[name] ?? ""), StringComparer.Ordinal);
        var course = new CourseId(x.Id());
        return x.Send(
            new FieldReader(x.Fields).Give(() => answers),
            said => x.Clinic.Run(x.Sender, desk => ScreeningDesk.RecordFacts(desk, course, said)),
            _ => $"/courses/{course.Value}/screening{(x.Fields["section"] is { } section ? $"?after={Uri.EscapeDataString(section)}#answers" : "")}",
            form => One(x, form));
    }

    private static Task<IResult> Decide(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var decision = f.OneOf<EligibilityDecision>("decision", "Choose what you decide.");
        var reason = f.OptionalText("reason", 2000);
        var recheck = f.OptionalDate("recheck-on", "the day to look again");
        var words = f.OptionalText("plain-words", 2000);
        var alternatives = f.OptionalText("alternatives", 2000);
        var call = f.OptionalText("call", 400);
        var conditions = x.Fields.Every("conditions").SelectMany(line => line.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        var notes = x.Fields.Names.Where(name => name.StartsWith(Note, StringComparison.Ordinal))
            .ToDictionary(name => name[Note.Length..], name => f.OptionalText(name, 2000) ?? "", StringComparer.Ordinal);
        var course = new CourseId(x.Id());
        return x.Send(
            f.Give(() => new Eligible(decision, reason, notes, conditions, recheck, words, alternatives, call)),
            eligible => x.Clinic.Run(x.Sender, desk => ScreeningDesk.Decide(desk, course, eligible)),
            _ => $"/courses/{course.Value}/screening",
            form => One(x, form));
    }

    /// <summary>A decimal comma is a point.</summary>
    private static string Plain(string text) => text.Replace(',', '.');
}
