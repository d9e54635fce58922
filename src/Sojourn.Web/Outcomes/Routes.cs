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
        var outcomes = OutcomeRecords.Of(x.Records, person.Id.Value, x.Now);
        DateOnly Day(DateTimeOffset at) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, x.Zone).DateTime);
        var programme = course is null ? null : x.Clinic.Programmes.Find(course.ProgrammeId, course.ProgrammeVersion);
        return x.Page<OutcomesPage>(new OutcomesPage.View(
            person,
            PersonWords.Banner(x.Records, person, x.Today, $"/people/{person.Id.Value}"),
            outcomes,
            programme,
            x.Clinic.Instruments,
            programme?.ReliefDay is not { } rule ? null : BesideMedicine.Of(
                rule,
                [.. outcomes.Sessions.Where(session => session is { IsMedicine: true, State: "held", FromAt: not null }).Select(session => Day(session.FromAt!.Value))],
                outcomes.Totals.Where(row => row.InstrumentId == "daily-pain").Select(row => (Day(row.FinishedAt), row.Total)),
                BesideMedicine.OthersOf(x.Records, person.Id.Value, outcomes.Sessions, Day),
                x.Today)));
    }
}
