namespace Sojourn.Web.Design;

/// <summary>A column of a <see cref="FactTable"/>. A plain string is a column of words.</summary>
public sealed record Column(string Label)
{
    /// <summary>Figures stand at the end of their column.</summary>
    public bool IsFigure { get; init; }

    /// <summary>Left out where a row is a card: the row's own page has it.</summary>
    public bool IsMinor { get; init; }

    /// <summary>On a card the value says by itself what it is: a status, a kind of session.</summary>
    public bool IsBare { get; init; }

    public static implicit operator Column(string label) => new(label);

    public static Column Figure(string label) => new(label) { IsFigure = true };

    public static Column Minor(string label) => new(label) { IsMinor = true };

    public static Column Bare(string label) => new(label) { IsBare = true };
}
