using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

/// <summary>Questions to staff that are answered with words, each on a page of its own.</summary>
internal sealed partial class PlanRoutes
{
    private static IResult WhyDropped(Exchange x, Form form) => Words(x, form, (course, sheet) =>
        sheet.Goals.FirstOrDefault(g => g.Id.Value == x.Id("goal")) is { } goal
            ? new(CourseHead.Of(x, course), "plan", "Put this goal aside?", "It stays on record, with the reason.", "why", "Why", "Put it aside", x.Http.Request.Path, Place(x), form) { About = goal.Words }
            : null);

    private static Task<IResult> DropGoal(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("why", "Write in a few words why this goal is put aside.", 400);
        return Run(x, f.Give(() => why), (desk, course, w) => PlanDesk.DropGoal(desk, course, new GoalId(x.Id("goal")), w), form => WhyDropped(x, form));
    }

    private static IResult WhatIsAnswered(Exchange x, Form form) => Words(x, form, (course, sheet) =>
        sheet.Suggestions.FirstOrDefault(s => s.Id.Value == x.Id("suggestion")) is { } suggestion
            ? new(CourseHead.Of(x, course), "plan", "Answer the suggestion", "The patient reads it on their plan’s page.", "reply", "Your answer", "Send the answer", x.Http.Request.Path, Place(x), form)
            {
                About = suggestion.Words,
            }
            : null);

    private static Task<IResult> Reply(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var reply = f.Text("reply", "Write what you answer.", 2000);
        return Run(x, f.Give(() => reply), (desk, course, r) => PlanDesk.AnswerSuggestion(desk, course, new SuggestionId(x.Id("suggestion")), r), form => WhatIsAnswered(x, form));
    }

    private static IResult WhyTakenBack(Exchange x, Party party, Form form) => Words(x, form, (course, sheet) =>
        new[] { sheet.Latest, sheet.Active }.FirstOrDefault(version => version?.By(party) is not null) is { } agreed
            ? new(
                CourseHead.Of(x, course),
                "plan",
                "Take the agreement back?",
                "The plan is then no longer in force, and no medicine session can be booked.",
                "reason",
                "Why",
                "Take it back",
                x.Http.Request.Path,
                Place(x),
                form) { Version = agreed.Row.Version, Stops = true }
            : null);

    private static Task<IResult> TakeBack(Exchange x, Party party)
    {
        var f = new FieldReader(x.Fields);
        var version = f.Whole("version", "the version", 1, 10_000);
        var reason = f.Text("reason", "Write in a few words why you take it back.", 2000);
        return Run(x, f.Give(() => reason), (desk, course, why) => PlanDesk.WithdrawAgreement(desk, course, version, party, why), form => WhyTakenBack(x, party, form));
    }

    /// <summary>The page of a question; where it no longer stands, back to the plan.</summary>
    private static IResult Words(Exchange x, Form form, Func<CourseAtHand, PlanSheet, StaffWordsPage.View?> ask) => CoursePlace.ForStaff(x, course =>
        ask(course, PlanRecords.Of(x.Records, course.Id.Value)) is { } question ? x.Page<StaffWordsPage>(question, form.HasProblem ? 422 : 200) : x.To(Place(x)));
}
