namespace Sojourn.Domain.Screening;

public enum TreatmentKind
{
    Medicine,
    Psychotherapy,

    /// <summary>Physiotherapy, injections, surgery, massage, acupuncture and all else.</summary>
    Other,
}

/// <summary>Whether a treatment was given a fair chance: enough of it, for long enough.</summary>
public enum AdequateTrial
{
    Yes,
    No,

    /// <summary>It cannot be told from what is known.</summary>
    Uncertain,
}

/// <summary>Something that was tried before.</summary>
/// <param name="Id">Made where it was typed.</param>
/// <param name="Dose">As the person says it: "50 mg", "weekly".</param>
/// <param name="Length">As the person says it: "eight weeks".</param>
/// <param name="Effect">What it did, and why it ended.</param>
public sealed record Treatment(Guid Id, TreatmentKind Kind, string Name, string? Dose, string? Length, string? Effect, AdequateTrial Adequate);
