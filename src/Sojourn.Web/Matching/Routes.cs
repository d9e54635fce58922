using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Matching;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Staff;
using Sojourn.Domain.Kernel;
using Sojourn.Domain.Matching;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Matching;

/// <summary>The patient looks for a therapist; the one who was chosen answers.</summary>
internal sealed class MatchingRoutes : ISliceRoutes
{
    internal const string Mine = "/my/therapist";

    private sealed record Reply(bool Yes, string? Why);

    private sealed record Chosen(StaffId Therapist);

    public static void Map(Routes routes)
    {
        routes.Get(Mine, Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Show(x, course, Form.Fresh)));
        routes.Get($"{Mine}/questions", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Ask(x, course, Form.Fresh)));
        routes.Post($"{Mine}/questions", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Answer(x, course)));
        routes.Post($"{Mine}/choice", Permission.OwnRecord, x => CoursePlace.ForPatient(x, course => Choose(x, course)));
        routes.Get("/courses/{id}/therapist", Permission.SeeCourse, x => CoursePlace.ForStaff(x, course => One(x, course, Form.Fresh)));
        routes.Post("/courses/{id}/therapist/answer", Permission.AgreeAsTherapist, x => CoursePlace.ForStaff(x, course => Say(x, course)));
    }

    private static IReadOnlyList<Offer> Offers(Exchange x, CourseAtHand course, MatchingRow? row) =>
        row is null || course.Therapist is not null ? [] : MatchingRecords.Offers(x.Records, x.Clinic.Programmes, course, row.Said, x.Now);

    private static IResult Show(Exchange x, CourseAtHand course, Form form)
    {
        var row = MatchingRecords.One(x.Records, course.Id.Value);
        if (row is null && course.Therapist is null)
        {
            return Ask(x, course, form);
        }

        var shown = Offers(x, course, row);
        var who = shown.Select(offer => ("therapist", (StaffId?)offer.Therapist)).Append(("therapist", row?.AskedId ?? course.Therapist));
        return x.Page<MyTherapistPage>(
            new MyTherapistPage.View(shown, TeamCards.Of(x.Records, course.Site, who), row?.AskedId, course.Therapist, MatchingRecords.Steps(x.Records, course.Id.Value), form),
            form.HasProblem ? 422 : 200);
    }

    private static IResult Ask(Exchange x, CourseAtHand course, Form form) => x.Page<MyQuestionsPage>(
        new MyQuestionsPage.View(MatchingRecords.One(x.Records, course.Id.Value)?.Said, MatchingRecords.Languages(x.Records), form), form.HasProblem ? 422 : 200);

    private static Task<IResult> Answer(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var language = f.OptionalText("language", 60);
        var meeting = f.OptionalText("meeting", 20);
        var answers = new MatchAnswers(
            language is "any" ? null : language, x.Fields.Every("comes"), x.Fields.Every("ways"), x.Fields.Every("times"), meeting is "either" ? null : meeting);
        return x.Send(
            f.Give(() => answers),
            said => x.Clinic.Run(x.Sender, desk => MatchingDesk.Answer(desk, course.Id, said)),
            _ => Mine,
            form => Ask(x, course, form));
    }

    private static Task<IResult> Choose(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var therapist = f.Id("therapist", "Choose one of the therapists.");
        return x.Send(
            f.Give(() => new Chosen(new StaffId(therapist))),
            chosen => x.Clinic.Run(x.Sender, desk => MatchingDesk.Choose(desk, course.Id, chosen.Therapist)),
            _ => Mine,
            form => Show(x, course, form));
    }

    private static IResult One(Exchange x, CourseAtHand course, Form form)
    {
        var row = MatchingRecords.One(x.Records, course.Id.Value);
        return x.Page<MatchingPage>(
            new MatchingPage.View(CourseHead.Of(x, course), course, row, Offers(x, course, row), MatchingRecords.Steps(x.Records, course.Id.Value), x.Who, StaffNames.Of, x.Records, form),
            form.HasProblem ? 422 : 200);
    }

    private static Task<IResult> Say(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var answer = f.Text("answer", "Choose yes or no.", 5);
        if (answer is not ("" or "yes" or "no"))
        {
            f.Fault("answer", "Choose yes or no.");
        }

        var why = f.OptionalText("why", 400);
        return x.Send(
            f.Give(() => new Reply(answer == "yes", why)),
            reply => x.Clinic.Run(x.Sender, desk => MatchingDesk.Reply(desk, course.Id, reply.Yes, reply.Why)),
            _ => $"/courses/{course.Id.Value}/therapist",
            form => One(x, course, form));
    }
}
