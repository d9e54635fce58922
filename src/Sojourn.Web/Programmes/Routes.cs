using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.Courses;
using Sojourn.Clinic.Permissions;
using Sojourn.Clinic.Publishing;
using Sojourn.Domain.Programmes;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.Programmes;

internal sealed class ProgrammeRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/programmes", Permission.SeeProgrammes, x => x.Page<ProgrammesPage>(new ProgrammesPage.View(
            [.. x.Clinic.Programmes.ById.Values.OrderBy(p => p.Title, StringComparer.Ordinal)],
            x.Clinic.Programmes.Withdrawn,
            PublishingRecords.Drafts(x.Records),
            x.Who.May(Permission.ManageProgrammes))));
        routes.Get("/programmes/{programme}", Permission.SeeProgrammes, x => One(x, Form.Fresh));
    }

    internal static string Id(Exchange x) => x.Http.Request.RouteValues["programme"]?.ToString() ?? "";

    internal static IResult Nothing(Exchange x) => x.Missing("This clinic has no such programme.");

    /// <param name="form">Of the pilot's panel or the leads'.</param>
    internal static IResult One(Exchange x, Form form)
    {
        if (x.Clinic.Programmes.Find(Id(x)) is not { } programme)
        {
            return PublishingRecords.Draft(x.Records, Id(x)) is null
                ? x.Clinic.Programmes.Withdrawn.Any(one => one.Id == Id(x)) ? x.To($"/programmes/{Id(x)}/versions") : Nothing(x)
                : form.HasProblem ? DraftRoutes.Draft(x, null, form) : x.To($"/programmes/{Id(x)}/draft");
        }

        var row = PublishingRecords.Versions(x.Records, programme.Id).FirstOrDefault(one => one.Version == programme.Version);
        return x.Page<ProgrammePage>(
            new ProgrammePage.View(
                programme,
                PublishingRecords.People(x.Records, programme.Id).Count,
                PublishingRecords.Draft(x.Records, programme.Id) is not null,
                x.Who.May(Permission.ManageProgrammes),
                programme.Pilot.IsPilot ? Pilot(x, programme, row, form) : null,
                DraftRoutes.Leads(x, programme.Id, programme.GivesMedicine, form),
                form),
            form.HasProblem ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK);
    }

    private static PilotPanel.View Pilot(Exchange x, Programme programme, VersionRow? row, Form form) => new(
        programme,
        row,
        PublishingRecords.PilotWords(x.Records, programme.Id, programme.Version),
        CourseRecords.Begun(x.Records, programme.Id, programme.Version),
        [.. Domain.Publishing.ProgrammeVersions.PilotOpeners.Intersect(DraftRoutes.MyRoles(x), StringComparer.Ordinal)],
        form);
}
