namespace Sojourn.Domain.Measures;

/// <summary>A published figure about change, with its source.</summary>
public sealed record ChangeFigure(ChangeKind Kind, decimal Value, string Source);

public enum ChangeKind
{
    /// <summary>Fall from the first score, in percent, that is called response.</summary>
    ResponsePercent,

    /// <summary>Fall in percent that is called a major response.</summary>
    MajorResponsePercent,

    /// <summary>A total below this is called remission.</summary>
    RemissionBelow,

    /// <summary>A total at or below this is called remission.</summary>
    RemissionAtOrBelow,

    /// <summary>Smallest change in points that people notice (minimal clinically important difference).</summary>
    SmallestImportantPoints,

    /// <summary>Smallest change in percent that people notice.</summary>
    SmallestImportantPercent,

    /// <summary>Fall in points that is called moderate improvement.</summary>
    ModerateImprovementPoints,

    /// <summary>Change in points that measurement error alone hardly explains.</summary>
    ReliablePoints,

    /// <summary>Change in points up to which measurement error alone may explain it.</summary>
    UnreliableAtOrBelowPoints,

    /// <summary>Rise in points that is called deterioration.</summary>
    DeteriorationPoints,
}
