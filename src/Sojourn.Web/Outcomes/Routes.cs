using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Outcomes;
using Sojourn.Clinic.People;
using Sojourn.Clinic.Permissions;
using Sojourn.Web.People;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Outcomes;

internal sealed class OutcomeRoutes : ISliceRoutes
{
    public static void Map(Routes routes) => routes.Get("/people/{id}/outcomes", Permission.SeeMeasures, Show);

    private static IResult Show(Exchange x)
    {
        if (PeopleRecords.One(x.Records, x.Id()) is not { } person)
        {
            return x.Missing("Nobody is registered under this link. Search for the person.");
        }

        var course = CourseRecords.Of(x.Records, person.Id).OrderByDescending(c => c.IsOpen).ThenByDescending(c => c.OpenedAt).FirstOrDefault();
        return x.Page<OutcomesPage>(new OutcomesPage.View(
            person,
            PersonWords.Banner(x.Records, person, x.Today, $"/people/{person.Id.Value}"),
            OutcomeRecords.Of(x.Records, person.Id.Value, x.Now),
            course is null ? null : x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion),
            x.Clinic.Instruments));
    }
}
