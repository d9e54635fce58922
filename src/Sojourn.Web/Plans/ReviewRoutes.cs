using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Plans;
using Sojourn.Domain.Measures;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Forms;
using Sojourn.Web.Measures;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Plans;

/// <summary>Continue, pause or finish.</summary>
internal sealed class ReviewRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/courses/{id}/review", Permission.SeeMeasures, x => Show(x, Form.Fresh));
        routes.Post("/courses/{id}/review", Permission.WritePlan, Answer);
    }

    private static IResult Show(Exchange x, Form form) => CoursePlace.ForStaff(x, course => x.Page<ReviewPage>(
        new ReviewPage.View(
            CourseHead.Of(x, course),
            CourseReview.Open(x.Records, course.Id.Value),
            Compared(x, course),
            CourseReview.Earlier(x.Records, course.Id.Value),
            x.Who.May(Permission.WritePlan),
            form),
        form.HasProblem ? 422 : 200));

    /// <summary>What the programme asks for at the beginning and again later, answered at least twice.</summary>
    private static IReadOnlyList<OwnLine> Compared(Exchange x, CourseAtHand course) =>
    [
        .. course.Programme.Measures
            .Where(time => time.When == MeasureMoment.Intake && course.Programme.Measures.Any(later => later.Instrument == time.Instrument && later.When is (MeasureMoment.Weekly or MeasureMoment.Monthly or MeasureMoment.MonthsAfterInduction)))
            .Select(time => x.Clinic.Instruments.Find(time.Instrument)).OfType<Instrument>().Distinct()
            .SelectMany(instrument => OwnLines.Of(x.Records, instrument, course.Person, x.Zone))
            .Where(line => line.Points.Count > 1),
    ];

    private static Task<IResult> Answer(Exchange x)
    {
        var f = new FieldReader(x.Fields);
        var understood = f.OneOf<Success>("understood", "Say whether the symptoms are understood.");
        var relieved = f.OneOf<Success>("relieved", "Say whether they are mostly relieved.");
        var choice = f.OneOf<HowItGoesOn>("choice", "Choose how it goes on.");
        var day = f.OptionalDate("look-again-on", "the day to look again");
        var words = f.OptionalText("words", 1000);
        return x.Send(
            f.Give(() => new ReviewAnswer(choice, understood, relieved, day, words)),
            answer => x.Clinic.Run(x.Sender, desk => CourseReview.Reply(desk, new(x.Id()), answer)),
            _ => $"/courses/{x.Id()}",
            form => Show(x, form));
    }
}
