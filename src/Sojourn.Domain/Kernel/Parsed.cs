namespace Sojourn.Domain.Kernel;

/// <summary>Something wrong in text from outside.</summary>
/// <param name="Where">The field name, or <c>file:line</c>.</param>
/// <param name="Sentence">What is wrong and how to mend it, in one plain sentence.</param>
public sealed record Fault(string Where, string Sentence);

/// <summary>Text from outside, read once: a value, or all faults and where they are.</summary>
public sealed record Parsed<T>(T? Value, IReadOnlyList<Fault> Faults)
    where T : class
{
    public bool IsGood => Faults.Count == 0 && Value is not null;
}
