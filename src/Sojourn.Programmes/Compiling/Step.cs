using Sojourn.Domain.Programmes;

namespace Sojourn.Programmes.Compiling;

/// <summary>What a step of a course is.</summary>
public enum StepKind
{
    /// <summary>A phase begins.</summary>
    Enter,

    /// <summary>A session is held.</summary>
    Held,

    /// <summary>A line of the gate before medicine is cleared.</summary>
    Cleared,

    /// <summary>Somebody agrees to the plan.</summary>
    Agreed,

    /// <summary>A consent text is signed.</summary>
    Signed,

    /// <summary>A line of the preparation is done.</summary>
    Ready,

    /// <summary>Nothing happens: a session that need not be held is left out.</summary>
    Passed,

    /// <summary>The course ends.</summary>
    Ended,
}

/// <summary>One thing that can happen to a person, between two moments of a course.</summary>
/// <param name="Id">Of the session type, gate item, role, consent or preparation item; of the phase for the others.</param>
/// <param name="Session">Null for what is not a session.</param>
/// <param name="Number">Of the session within its phase, from 1; 0 for what is not a session.</param>
public sealed record Step(int From, int To, StepKind Kind, string Id, Phase Phase, SessionType? Session, int Number)
{
    public bool Gives(SessionKind kind) => Kind == StepKind.Held && Session?.Kind == kind;

    public bool IsMedicine => Gives(SessionKind.Medicine);
}

/// <summary>Steps one after the other, from the beginning of a course.</summary>
public sealed record Way(IReadOnlyList<Step> Steps)
{
    /// <summary>“Assessment” → “Preparation”: the phases it goes through.</summary>
    public override string ToString() => string.Join(" → ", Steps.Select(step => step.Phase).Distinct().Select(phase => $"“{phase.Title}”"));
}
