using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Running;
using Sojourn.Clinic.Screening;
using Sojourn.Domain.Courses;
using Sojourn.Domain.Kernel;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Courses;

internal sealed class CourseRoutes : ISliceRoutes
{
    /// <summary>How far back the list of declined assessments reaches.</summary>
    private static readonly TimeSpan Report = TimeSpan.FromDays(365);

    public static void Map(Routes routes)
    {
        routes.Get("/people/{id}/courses/new", Permission.OpenCourse, x => New(x, Form.With(("own-words", x.Query("words")), ("programme", x.Query("programme")))));
        routes.Post("/people/{id}/courses", Permission.OpenCourse, Open);
        routes.Get("/courses/declined", Permission.SeeCourse, x => x.Page<DeclinedPage>(new DeclinedPage.View(ScreeningRecords.Declined(x.Records, x.Now - Report), x.Clinic.Programmes, x.Who)));
        routes.Get("/courses/{id}", Permission.SeeCourse, x => One(x, Form.Fresh));
        routes.Post("/courses/{id}/team", Permission.OpenCourse, NameTeam);
        routes.Get("/courses/{id}/site", Permission.OpenCourse, x => Plans.CoursePlace.ForStaff(x, course => Site(x, course, Form.Fresh)));
        routes.Post("/courses/{id}/site", Permission.OpenCourse, x => Plans.CoursePlace.ForStaff(x, course => MoveToSite(x, course)));
        routes.Post("/courses/{id}/phase", Permission.WriteScreening, EnterPhase);
        routes.Get("/courses/{id}/onward", Permission.OpenCourse, x => Plans.CoursePlace.ForStaff(x, course => Onward(x, course, Form.Fresh)));
        routes.Post("/courses/{id}/onward", Permission.OpenCourse, x => Plans.CoursePlace.ForStaff(x, course => GoOn(x, course)));
        routes.Post("/courses/{id}/closing", Permission.WriteScreening, Close);
    }

    private static IResult New(Exchange x, Form form) =>
        WhoItIs.Banner(x.Records, new PersonId(x.Id()), x.Now) is { } person
            ? x.Page<NewCoursePage>(NewCoursePage.View.Make(x, new PersonId(x.Id()), person, form), form.HasProblem ? 422 : 200)
            : x.Missing("Nobody is registered here. Search for the person, or register them first.");

    private static Task<IResult> Open(Exchange x)
    {
        var sender = x.Sender;
        var course = new CourseId(sender.CommandId);
        var f = new FieldReader(x.Fields);
        var programme = f.Text("programme", "Choose a programme.", 80);
        var words = f.OptionalText("own-words", 400);
        var condition = f.OptionalText("condition", 80);
        var site = f.Id("site", "Choose the site at which the person is treated.");
        var team = TeamIn(f);
        return x.Send(
            f.Give(() => new CourseDesk.Beginning(new PersonId(x.Id()), programme, new SiteId(site), condition is "none" ? null : condition, words, team)),
            begin => x.Clinic.Run(sender, desk => CourseDesk.Open(desk, course, begin)),
            _ => $"/courses/{course.Value}",
            form => New(x, form));
    }

    private static IResult One(Exchange x, Form form) =>
        CoursePage.View.Make(x, form) is { } view ? x.Page<CoursePage>(view, form.HasProblem ? 422 : 200) : x.Missing("There is no such course.");

    private static Task<IResult> NameTeam(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var team = TeamIn(f);
        return Run(x, f, () => team, CourseDesk.NameTeam);
    }

    private sealed record Move(SiteId Site, string Why, Team Team);

    private static IResult Site(Exchange x, CourseAtHand course, Form form)
    {
        var sites = WhoItIs.Sites(x.Records);
        return x.Page<MoveSitePage>(
            new MoveSitePage.View(
                Plans.CourseHead.Of(x, course),
                sites.FirstOrDefault(site => site.Value == course.Site.Value.ToString())?.Words ?? "a closed site",
                new Team(course.Therapist, course.Prescriber, course.Nurse),
                x.Records.Value<int>("select count(*) from session where course_id = @Id and state = 'booked' and room_id is not null and from_at > @Now", new { course.Id, x.Now }),
                [.. sites.Where(site => site.Value != course.Site.Value.ToString())],
                WhoItIs.Staff(x.Records, Domain.Programmes.Roles.Therapist),
                WhoItIs.Staff(x.Records, Domain.Programmes.Roles.Prescriber),
                WhoItIs.Staff(x.Records, Domain.Programmes.Roles.Nurse),
                form),
            form.HasProblem ? 422 : 200);
    }

    private static Task<IResult> MoveToSite(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var site = f.Id("site", "Choose the site.");
        var why = f.Text("why", "Write in a few words why it moves.", 400);
        var team = TeamIn(f);
        return x.Send(
            f.Give(() => new Move(new SiteId(site), why, team)),
            move => x.Clinic.Run(x.Sender, desk => CourseDesk.MoveToSite(desk, course.Id, move.Site, move.Why, move.Team)),
            _ => $"/courses/{course.Id.Value}",
            form => Site(x, course, form));
    }

    private static IResult Onward(Exchange x, CourseAtHand course, Form form) => x.Page<GoOnPage>(
        new GoOnPage.View(
            Plans.CourseHead.Of(x, course),
            x.Records.Value<int>("select count(*) from session where course_id = @Id and state in ('proposed', 'booked')", new { course.Id }),
            [.. x.Clinic.Programmes.ById.Values.Where(one => one.Id != course.Programme.Id).OrderBy(one => one.Title, StringComparer.Ordinal).Select(one => new Option(one.Id, one.Title, one.Summary))],
            form),
        form.HasProblem ? 422 : 200);

    private static Task<IResult> GoOn(Exchange x, CourseAtHand course)
    {
        var f = new FieldReader(x.Fields);
        var programme = f.Text("programme", "Choose a programme.", 80);
        var why = f.Text("why", "Write in a few words why.", 400);
        var sender = x.Sender;
        return x.Send(
            f.Give(() => programme),
            id => x.Clinic.Run(sender, desk => CourseDesk.GoOnIn(desk, course.Id, new CourseId(sender.CommandId), id, why)),
            _ => $"/courses/{sender.CommandId}",
            form => Onward(x, course, form));
    }

    private static Task<IResult> EnterPhase(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var phase = f.Text("phase", "Choose the phase.", 80);
        return Run(x, f, () => phase, CourseDesk.EnterPhase);
    }

    private static Task<IResult> Close(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var why = f.Text("why", "Write in a few words why the course ends.", 400);
        var alternatives = f.OptionalText("alternatives", 2000);
        return Run(x, f, () => new Course.Command.Close(why, alternatives), (desk, course, close) => desk.Do(CourseSlice.Slice, course.Value, close));
    }

    private static Task<IResult> Run<T>(Exchange x, FieldReader f, Func<T> parse, Action<Desk, CourseId, T> work)
        where T : class
    {
        var course = new CourseId(x.Id());
        return x.Send(f.Give(parse), said => x.Clinic.Run(x.Sender, desk => work(desk, course, said)), _ => $"/courses/{course.Value}", form => One(x, form));
    }

    private static Team TeamIn(FieldReader f) => new(
        f.OptionalId("therapist", "Choose somebody from the list.") is { } therapist ? new StaffId(therapist) : null,
        f.OptionalId("prescriber", "Choose somebody from the list.") is { } prescriber ? new StaffId(prescriber) : null,
        f.OptionalId("nurse", "Choose somebody from the list.") is { } nurse ? new StaffId(nurse) : null);
}
