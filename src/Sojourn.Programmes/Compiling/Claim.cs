namespace Sojourn.Programmes.Compiling;

/// <summary>Something that must hold whatever happens to a person.</summary>
/// <param name="Says">The claim in one sentence.</param>
/// <param name="Against">What speaks against it; null: it holds.</param>
public sealed record Claim(string Says, CounterExample? Against);

/// <summary>Why a claim does not hold.</summary>
/// <param name="Part">The part of the programme to look at.</param>
/// <param name="What">One sentence, with the way a patient could go where there is one.</param>
/// <param name="Mend">How to mend it, one sentence.</param>
public sealed record CounterExample(object Part, string What, string Mend);
