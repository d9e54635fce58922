using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Calendar;
using Sojourn.Clinic.Calendar.Series;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Clinic.Courses;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Design;
using Sojourn.Web.Forms;
using Sojourn.Web.Plans;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Calendar;

/// <summary>A whole series: what suits, the best times for it, and all of them booked in one step.</summary>
internal sealed class SeriesRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/series", Permission.BookSessions, x => CoursePlace.ForStaff(x, course => Show(x, course, [])));
        routes.Post("/courses/{id}/series", Permission.BookSessions, x => CoursePlace.ForStaff(x, course => Book(x, course)));
    }

    private static IResult Show(Exchange x, CourseAtHand course, IReadOnlyList<Domain.Kernel.Refusal> refusals)
    {
        var days = DaysOpen(x, course);
        var typed = x.Fields.Names.Any() ? x.Fields : Asked(x);
        var (wishes, faults) = Wishes(x, course, typed, days);
        var wanted = CourseRecords.One(x.Records, course.Id) is { IsOpen: true } row ? SeriesToBook.Of(x.Records, row, course.Programme) : null;
        var proposal = wanted is null || faults.Count > 0 ? null : SeriesFinder.Find(x.Records, x.Clinic.Programmes, wanted, wishes, x.Now);
        var view = new SeriesPage.View(CourseHead.Of(x, course), Form.Back(typed, faults, refusals), days, wishes, wanted, proposal)
        {
            Missing = wanted is null ? [] : Standing.BeforeBooking(x.Records, x.Clinic.Programmes, course.Id, x.Now, x.Clinic.Instruments),
        };
        return x.Page<SeriesPage>(view, view.Form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static Task<IResult> Book(Exchange x, CourseAtHand course)
    {
        var (wishes, faults) = Wishes(x, course, x.Fields, DaysOpen(x, course));
        var mark = x.Fields["mark"] ?? "";
        return faults.Count > 0
            ? Task.FromResult(Show(x, course, []))
            : x.Send(
                new FieldReader(x.Fields).Give(() => wishes),
                asked => x.Clinic.Run(x.Sender, desk => SeriesDesk.Book(desk, course.Id.Value, asked, mark)),
                _ => $"/courses/{course.Id.Value}",
                form => Show(x, course, form.Refusals));
    }

    /// <summary>What the address asks for; nothing where somebody has just come.</summary>
    private static Fields Asked(Exchange x) =>
        new(x.Http.Request.Query.ToDictionary(asked => asked.Key, asked => (IReadOnlyList<string>)[.. asked.Value.Select(value => value ?? "")], StringComparer.Ordinal));

    /// <summary>As the person's last medicine session was.</summary>
    private static SessionFormat? LastFormat(Exchange x, CourseAtHand course) =>
        Formats.Of(x.Records.Value<string>("select format from session where course_id = @Id and kind = 'medicine' and format is not null and state <> 'cancelled' order by from_at desc limit 1", new { course.Id }));

    /// <summary>Days of the week on which the course's site is open.</summary>
    private static IReadOnlyList<DayOfWeek> DaysOpen(Exchange x, CourseAtHand course)
    {
        var stated = OpenHours.In(x.Records, x.Today, x.Today).Week(course.Site);
        return [.. (stated.Count > 0 ? stated : OpenHours.Usual).Select(hours => hours.Day).Distinct().OrderBy(day => ((int)day + 6) % 7)];
    }

    private static (SeriesWishes Wishes, IReadOnlyList<Domain.Kernel.Fault> Faults) Wishes(Exchange x, CourseAtHand course, Fields typed, IReadOnlyList<DayOfWeek> open)
    {
        var f = new FieldReader(typed);
        var isNew = !typed.Names.Any();
        var from = isNew ? x.Today.AddDays(1) : f.Date("from", "the first day that will do");
        var notBefore = f.OptionalTime("not-before", "the hour from which they can come");
        var notAfter = f.OptionalTime("not-after", "the hour by which they must have left");
        List<DayOfWeek> days = isNew ? [.. open] : [.. open.Where(day => typed.Every("days").Contains(day.ToString(), StringComparer.Ordinal))];
        if (days.Count == 0)
        {
            f.Fault("days", "Choose at least one day of the week.");
        }

        if (notAfter <= notBefore)
        {
            f.Fault("not-after", "This is not after the hour from which they can come. Check both.");
        }

        if (from > x.Today.AddYears(2))
        {
            f.Fault("from", "This is more than two years ahead. Choose an earlier day.");
        }

        var either = course.Programme.Sessions.Any(type => type is { Kind: SessionKind.Medicine, HasChoiceOfFormat: true });
        var format = either && !isNew ? f.OneOf<SessionFormat>("format", "Choose one to one or in a group.") : either ? LastFormat(x, course) ?? SessionFormat.Individual : (SessionFormat?)null;
        return (new SeriesWishes(from, days, notBefore, notAfter, isNew || f.Ticked("own-team")) { Format = format }, f.Faults);
    }
}
