namespace Sojourn.Domain.Programmes;

/// <summary>How far a clinical figure may be trusted.</summary>
public enum SourceStatus
{
    /// <summary>Seen in a publication or public document that the source text names.</summary>
    Found,

    /// <summary>General knowledge of the literature or law, not read again for this file.</summary>
    Known,

    /// <summary>Stated by the practice that the programme is modelled on.</summary>
    Seed,

    /// <summary>No source fixes the figure; the medical lead must set or sign it.</summary>
    Default,
}

/// <summary>Where a figure or rule comes from. In a programme file: <c>source: found SISI</c>.</summary>
/// <param name="Status">How far it may be trusted.</param>
/// <param name="Text">A key into docs/references.md or a citation, with remarks; empty only for a default.</param>
public sealed record Source(SourceStatus Status, string Text)
{
    /// <summary>As the file writes it: "found SISI", "default".</summary>
    public override string ToString() => (Status, Text) switch
    {
        (SourceStatus.Default, "") => "default",
        (SourceStatus.Default, _) => $"default, {Text}",
        _ => $"{Status.ToString().ToLowerInvariant()} {Text}",
    };
}

/// <summary>A figure with its source beside it.</summary>
public sealed record Sourced<T>(T Value, Source Source);

/// <summary>A range; both ends belong to it.</summary>
public sealed record Bounds<T>(T Least, T Most)
    where T : struct, IComparable<T>
{
    public bool Contains(T value) => value.CompareTo(Least) >= 0 && value.CompareTo(Most) <= 0;
}
