using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Permissions;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Programmes;

internal sealed class ProgrammeRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/programmes", Permission.SeeProgrammes, x => x.Page<ProgrammesPage>(new ProgrammesPage.View([.. x.Clinic.Programmes.ById.Values.OrderBy(p => p.Title, StringComparer.Ordinal)])));
        routes.Get("/programmes/{programme}", Permission.SeeProgrammes, One);
    }

    private static IResult One(Exchange x) =>
        x.Clinic.Programmes.Find(x.Http.Request.RouteValues["programme"]?.ToString() ?? "") is { } programme
            ? x.Page<ProgrammePage>(programme)
            : x.Missing("This clinic has no such programme.");
}
