using System.Text.Json;
using System.Text.Json.Nodes;
using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Tests.Measures;

/// <summary>One stored example of every event of measures and cases, never edited: what was written once is read for ever.</summary>
public sealed class KeepingTheStoredForm
{
    public static TheoryData<string, int> Names =>
        [.. EventRegistry.Shipped.All.Where(name => name.Name.StartsWith("measure.", StringComparison.Ordinal) || name.Name.StartsWith("case.", StringComparison.Ordinal)).Select(name => (name.Name, name.Version))];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_event_reads_from_its_stored_example_and_writes_the_same_again(string name, int version)
    {
        var type = EventRegistry.Shipped.All.Single(known => known.Name == name).Type;
        var stored = File.ReadAllText(Path.Combine(Golden(), $"{name}.v{version}.json"));
        var again = JsonSerializer.Serialize(JsonSerializer.Deserialize(stored, type, Json.Options), type, Json.Options);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(stored), JsonNode.Parse(again)), $"{stored}\n{again}");
    }

    private static string Golden()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(at.FullName, "Sojourn.slnx")))
        {
            at = at.Parent!;
        }

        return Path.Combine(at.FullName, "tests", "golden");
    }
}
