using System.Text;
using Sojourn.Clinic.People.Importing;
using Sojourn.Fhir.Importing;

namespace Sojourn.Fhir.Tests.Importing;

internal static class Samples
{
    internal static ImportedFile WholePerson() => ReadFile(Path.Combine(AppContext.BaseDirectory, "samples", "whole-person.json"));

    internal static ImportedFile ReadFile(string path)
    {
        using var stream = File.OpenRead(path);
        return FhirFile.Read(Path.GetFileName(path), stream);
    }

    internal static ImportedFile Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    internal static ImportedFile Read(byte[] bytes) => FhirFile.Read("file.json", new MemoryStream(bytes));

    internal static string Bundle(params string[] resources) =>
        $$"""{"resourceType":"Bundle","type":"collection","entry":[{{string.Join(",", resources.Select(resource => $$"""{"resource":{{resource}}}"""))}}]}""";

    /// <summary>Synthetic people of Synthea and US Core lie beside some checkouts; a test that wants them says that it skips where they do not.</summary>
    internal static string Folder(string name)
    {
        var asked = Environment.GetEnvironmentVariable("SOJOURN_SAMPLES");
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var found = Path.Combine(asked ?? Path.Combine(folder.FullName, "shared", "samples"), name);
            if (Directory.Exists(found))
            {
                return found;
            }
        }

        Assert.Skip($"The sample folder {name} is not here. Put it under shared/samples beside the checkout, or name its parent in SOJOURN_SAMPLES.");
        return "";
    }

    internal const string Patient = """{"resourceType":"Patient","id":"p","name":[{"family":"Ruiz","given":["Ana"]}],"birthDate":"1985-07-14","gender":"female"}""";

    internal static string Weight(string quantity, string rest = "") =>
        $$"""{"resourceType":"Observation","id":"w","status":"final","code":{"coding":[{"system":"http://loinc.org","code":"29463-7"}]},"subject":{"reference":"Patient/p"},"effectiveDateTime":"2026-01-01","valueQuantity":{{quantity}}{{rest}}}""";
}
