using System.Text.Json;

namespace Sojourn.Pharmacology.Models;

/// <summary>The models that ship, read once from the files embedded here.</summary>
public static class ModelLibrary
{
    private static readonly string[] Names = ["consensus3c", "domino1984", "clements250", "hijazi2003", "perezruixo2021"];

    private static readonly Lazy<IReadOnlyList<Model>> Read = new(() => [.. Names.Select(name => ModelFile.Read(name + ".json"))]);

    /// <summary>All of them, the default first.</summary>
    public static IReadOnlyList<Model> All => Read.Value;

    public static Model? Find(string id) => All.FirstOrDefault(model => string.Equals(model.Id, id, StringComparison.Ordinal));

    public static Model Default => All[0];
}

/// <summary>A model file: a few words, and figures in sections, each with unit, status and source.</summary>
internal static class ModelFile
{
    internal static Model Read(string name)
    {
        using var document = JsonDocument.Parse(Text(name));
        var root = document.RootElement;
        var figures = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var section in root.EnumerateObject().Where(section => section.Value.ValueKind == JsonValueKind.Object))
        {
            Gather(section.Name, section.Value, figures);
        }

        return new Model(
            Word(root, "id"), Word(root, "title"), Word(root, "label"), Word(root, "medicine"), Word(root, "people"),
            root.GetProperty("notFor").GetString(), Enum.Parse<Structure>(Word(root, "structure"), ignoreCase: true), figures);
    }

    internal static Stream Text(string name) =>
        typeof(ModelFile).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The model file {name} is not embedded.");

    internal static Figure Figure(JsonElement figure) => new(figure.GetProperty("value").GetDouble(), Word(figure, "unit"), Word(figure, "status"), Word(figure, "source"));

    private static void Gather(string path, JsonElement section, Dictionary<string, Figure> figures)
    {
        if (section.TryGetProperty("value", out _))
        {
            figures.Add(path, Figure(section));
            return;
        }

        foreach (var inner in section.EnumerateObject())
        {
            Gather($"{path}/{inner.Name}", inner.Value, figures);
        }
    }

    private static string Word(JsonElement owner, string name) =>
        owner.GetProperty(name).GetString() is { Length: > 0 } word ? word : throw new InvalidOperationException($"A model file has no {name}.");
}
