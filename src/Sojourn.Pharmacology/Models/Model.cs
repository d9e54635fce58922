namespace Sojourn.Pharmacology.Models;

/// <summary>One number of a model file.</summary>
/// <param name="Value">In <paramref name="Unit"/>.</param>
/// <param name="Unit">As the source gives it.</param>
/// <param name="Status">found, known, derived or uncertain.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Figure(double Value, string Unit, string Status, string Source);

/// <summary>How a model is written down.</summary>
public enum Structure
{
    /// <summary>Volumes and flows at a reference weight.</summary>
    Flows,

    /// <summary>A volume for each kilogram and rate constants.</summary>
    Rates,

    /// <summary>With a liver of its own; weight has no effect.</summary>
    Hepatic,
}

/// <summary>One published or fitted model, as its file says.</summary>
/// <param name="Id">Its name in files and on screen: <c>consensus3c</c>.</param>
/// <param name="Title">For people.</param>
/// <param name="Label">What it is, honestly.</param>
/// <param name="Medicine">Racemic ketamine or esketamine.</param>
/// <param name="People">Whom it was made from.</param>
/// <param name="NotFor">What it must not be used for; null where nothing is known.</param>
/// <param name="Structure">Which parameters it has.</param>
/// <param name="Figures">Every number by section and name: <c>disposition/V1</c>, <c>routes/muscle/F</c>.</param>
public sealed record Model(
    string Id, string Title, string Label, string Medicine, string People, string? NotFor, Structure Structure, IReadOnlyDictionary<string, Figure> Figures)
{
    public const string Default = "consensus3c";

    /// <summary>Whether the file says how much people differ.</summary>
    public bool HasBetweenPeople => Figures.Keys.Any(name => name.StartsWith("betweenPeople/", StringComparison.Ordinal));

    public bool HasNorketamine => Figures.ContainsKey("norketamine/VN");

    internal double this[string name] => Figures[name].Value;

    internal double Ke0 => Math.Log(2) / this["effectSite/halfLife"];

    /// <summary>Standard deviation of the logarithm, ω² = ln(1 + CV²); 0 where the file says nothing.</summary>
    internal double Spread(string name) => Figures.TryGetValue("betweenPeople/" + name, out var figure) ? Math.Sqrt(Math.Log(1 + (figure.Value * figure.Value))) : 0;
}
