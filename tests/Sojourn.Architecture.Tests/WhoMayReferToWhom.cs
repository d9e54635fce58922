using System.Xml.Linq;

namespace Sojourn.Architecture.Tests;

/// <summary>One table says which project may use which; project files are read against it.</summary>
public sealed class WhoMayReferToWhom
{
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["Sojourn.Domain"] = [],
        ["Sojourn.Journal"] = [],
        ["Sojourn.Journal.Sqlite"] = ["Sojourn.Journal"],
        ["Sojourn.Pharmacology"] = [],
        ["Sojourn.Programmes"] = ["Sojourn.Domain"],
        ["Sojourn.Clinic"] = ["Sojourn.Domain", "Sojourn.Journal", "Sojourn.Programmes"],
        ["Sojourn.Fhir"] = ["Sojourn.Clinic", "Sojourn.Domain"],
        ["Sojourn.Hl7"] = [],
        ["Sojourn.Simulation"] = ["Sojourn.Clinic"],
        ["Sojourn.Web"] = ["Sojourn.Clinic", "Sojourn.Fhir", "Sojourn.Hl7", "Sojourn.Pharmacology", "Sojourn.Simulation"],
        ["Sojourn.Cli"] = ["Sojourn.Web", "Sojourn.Simulation", "Sojourn.Journal.Sqlite", "Sojourn.Fhir", "Sojourn.Pharmacology", "Sojourn.Programmes"],
    };

    public static TheoryData<string> Projects => [.. Directory.EnumerateFiles(Path.Combine(Repository.Root, "src"), "*.csproj", SearchOption.AllDirectories).Select(p => Path.GetFileNameWithoutExtension(p)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_uses_only_what_the_table_allows(string project)
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src", project, project + ".csproj"));
        Assert.Empty(Forbidden(project, file));
    }

    [Fact]
    public void The_rule_names_a_reference_that_is_not_allowed()
    {
        var planted = XDocument.Parse("<Project><ItemGroup><ProjectReference Include=\"../Sojourn.Clinic/Sojourn.Clinic.csproj\" /></ItemGroup></Project>");
        Assert.Equal(["Sojourn.Clinic"], Forbidden("Sojourn.Domain", planted));
    }

    [Fact]
    public void The_domain_depends_on_no_package_that_runs()
    {
        var file = XDocument.Load(Path.Combine(Repository.Root, "src/Sojourn.Domain/Sojourn.Domain.csproj"));
        Assert.All(file.Descendants("PackageReference"), p => Assert.Equal("all", (string?)p.Attribute("PrivateAssets")));
    }

    [Fact]
    public void No_page_and_no_decision_knows_a_database_driver()
    {
        var drivers = new[] { "Microsoft.Data.Sqlite", "Npgsql" };
        var wrong = new[] { "Sojourn.Domain", "Sojourn.Clinic", "Sojourn.Web", "Sojourn.Fhir", "Sojourn.Simulation" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", p), "*.cs", SearchOption.AllDirectories))
            .Where(f => File.ReadLines(f).Any(l => l.StartsWith("using ", StringComparison.Ordinal) && drivers.Any(d => l.Contains(d, StringComparison.Ordinal))));
        Assert.Empty(wrong);
    }

    private static IEnumerable<string> Forbidden(string project, XDocument file) =>
        file.Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension((string)r.Attribute("Include")!)).Except(Allowed[project], StringComparer.Ordinal);
}
