using Microsoft.AspNetCore.Http;
using Sojourn.Clinic.People.Importing;
using Sojourn.Clinic.Permissions;
using Sojourn.Domain.Kernel;
using Sojourn.Fhir.Importing;
using Sojourn.Web.Forms;
using Sojourn.Web.Routing;

namespace Sojourn.Web.People;

/// <summary>People from elsewhere, each file whole or not at all.</summary>
internal sealed class ImportRoutes : ISliceRoutes
{
    public static void Map(Routes routes)
    {
        routes.Get("/people/import", Permission.ImportPeople, x => x.Page<ImportPage>(new ImportPage.View(Form.Fresh, [])));
        routes.Post("/people/import", Permission.ImportPeople, TakeIn);
    }

    private static async Task<IResult> TakeIn(Exchange x)
    {
        var files = x.Http.Request.HasFormContentType ? x.Http.Request.Form.Files : null;
        if (files is not { Count: > 0 })
        {
            return Nothing(x);
        }

        List<ImportReport> reports = [];
        foreach (var file in files)
        {
            await using var stream = file.OpenReadStream();
            var name = Path.GetFileName(file.FileName);
            var read = name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase) ? CsvFile.Read(name, stream) : FhirFile.Read(name, stream);
            reports.Add(await Importer.TakeIn(x.Clinic, x.Who.Actor, read));
        }

        var status = reports.Exists(report => report.IsRefused) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return x.WantsJson
            ? Results.Json(new { files = reports.Select(report => report.AsJson()) }, statusCode: status)
            : x.Page<ImportPage>(new ImportPage.View(Form.Fresh, reports), status);
    }

    private static IResult Nothing(Exchange x)
    {
        const string sentence = "Choose at least one file: a FHIR R4 bundle in JSON, or a CSV file.";
        return x.WantsJson
            ? Results.Problem(sentence, statusCode: StatusCodes.Status422UnprocessableEntity)
            : x.Page<ImportPage>(new ImportPage.View(Form.Fresh with { Faults = [new Fault("files", sentence)] }, []), StatusCodes.Status422UnprocessableEntity);
    }
}
