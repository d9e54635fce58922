using System.Text.Json;
using System.Text.Json.Nodes;
using Sojourn.Clinic.Running;

namespace Sojourn.Clinic.Tests;

/// <summary>
/// One stored example of every version of every event, in <c>tests/golden</c>. What was written once is read for ever: an example is never changed, and a
/// new shape of an event is a new version with an example of its own.
/// </summary>
public sealed class GoldenFiles
{
    private static readonly JsonSerializerOptions Indented = new(Json.Options) { WriteIndented = true };

    public static TheoryData<string> Names => [.. EventRegistry.Shipped.All.Select(name => $"{name.Name}.v{name.Version}")];

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_stored_is_read_and_written_the_same(string name)
    {
        var file = Path.Combine(Folder, name + ".json");
        var type = EventRegistry.Shipped.All.Single(known => $"{known.Name}.v{known.Version}" == name).Type;
        if (!File.Exists(file) && Environment.GetEnvironmentVariable("SOJOURN_WRITE_GOLDEN") is not null)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(Example.Of(type), type, Indented) + "\n");
        }

        Assert.True(File.Exists(file), $"tests/golden/{name}.json is missing. Write one example of the event, or let SOJOURN_WRITE_GOLDEN=1 in the environment of this test write one to begin with.");
        var stored = JsonNode.Parse(File.ReadAllText(file));
        var again = JsonSerializer.SerializeToNode(JsonSerializer.Deserialize(stored, type, Json.Options), type, Json.Options);
        Assert.True(JsonNode.DeepEquals(stored, again), $"{name} reads back as {again?.ToJsonString()}");
    }

    [Fact]
    public void Every_example_belongs_to_a_registered_event()
    {
        var known = EventRegistry.Shipped.All.Select(name => name.Name).ToHashSet(StringComparer.Ordinal);
        Assert.DoesNotContain(Directory.GetFiles(Folder, "*.json").Select(Path.GetFileName), file => !known.Contains(file![..file!.LastIndexOf(".v", StringComparison.Ordinal)]));
    }

    private static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Sojourn.slnx")))
            {
                folder = folder.Parent;
            }

            return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("Sojourn.slnx is nowhere above the tests."), "tests", "golden");
        }
    }
}
